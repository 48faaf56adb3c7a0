import { z } from 'zod'
import { DEFAULT_FIELD_POLICY, usualOrder } from './inventory/field/field-policy.ts'
import { FIELD_NAMES, type FieldName } from './inventory/field/fields.ts'

const Sources = z.array(z.string().min(1, 'empty-text')).optional()
const ORDERED: readonly (FieldName | '*')[] = [...FIELD_NAMES, '*']

const Order = z
  .strictObject(
    Object.fromEntries(ORDERED.map((field) => [field, Sources])) as Record<
      FieldName | '*', // the keys of a constant
      typeof Sources
    >,
  )
  .prefault({})
  .describe(
    'By field the sources, the first believed first; * for the fields that are not named. Sources left out follow: NinjaOne, ThreatLocker, OCS, then files as they are configured.',
  )

/** Which source is believed where several know a machine, as a person configures it. */
export const FieldSettings = z.strictObject({
  yieldsAfter: z
    .int()
    .min(0)
    .default(DEFAULT_FIELD_POLICY.yieldsAfter)
    .describe(
      'After so many days without hearing of a machine a source yields to the next one in the order.',
    ),
  order: Order,
})

/** What of a whole configuration says which sources there may be. */
interface NamedSources {
  readonly sources: { readonly 'device-files': Readonly<Record<string, unknown>> }
  readonly fleet: { readonly fields: z.output<typeof FieldSettings> }
}

/** Finds the sources in an order that no setting names: they are misspelt, or were taken out. */
export function checkOrderedSources(context: z.core.ParsePayload<NamedSources>): void {
  const { sources, fleet } = context.value
  const known = usualOrder(Object.keys(sources['device-files']))
  for (const field of ORDERED) {
    for (const [at, source] of (fleet.fields.order[field] ?? []).entries()) {
      if (known.includes(source)) continue
      context.issues.push({
        ...{ code: 'invalid_value', values: known, input: source },
        path: ['fleet', 'fields', 'order', field, at],
      })
    }
  }
}
