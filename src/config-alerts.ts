import type { z } from 'zod'
import { usualOrder } from './inventory/field/field-policy.ts'
import type { AlertSettings } from './watch/alert-settings.ts'

/** What of a whole configuration says which sources there may be, and which are watched apart. */
interface WatchedSources {
  readonly sources: { readonly 'device-files': Readonly<Record<string, unknown>> }
  readonly alerts: AlertSettings
}

/** Finds the sources with a deadline of their own that no setting names: they are misspelt, or were taken out. */
export function checkAlertedSources(context: z.core.ParsePayload<WatchedSources>): void {
  const { sources, alerts } = context.value
  const known = [
    ...usualOrder(Object.keys(sources['device-files'])),
    ...['finance-register', 'locations'],
  ]
  for (const source of Object.keys(alerts.freshness.sources)) {
    if (known.includes(source)) continue
    context.issues.push({
      ...{ code: 'invalid_value', values: known, input: source },
      path: ['alerts', 'freshness', 'sources', source],
    })
  }
}
