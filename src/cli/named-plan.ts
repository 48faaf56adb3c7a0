import type { App } from '../app.ts'
import { AppError } from '../lib/errors.ts'
import { planStore } from '../reconcile/store.ts'
import type { Command } from './command.ts'
import { type Named, parseHeld, parsePlan } from './plan-number.ts'

/** The argument of the commands that act on a plan. */
export const PLAN_ARGUMENT: NonNullable<Command['argument']> = {
  syntax: '<plan>',
  means: { en: 'P12, 12 or latest', es: 'P12, 12 o latest (el último)' },
}

/** The plan a person means; the latest when they name none. Throws `plan.not-found`. */
export async function namedPlan(app: App, named: string | null): Promise<number> {
  const id = named === null ? null : parsePlan(named)
  if (id !== null) return id
  const latest = await planStore(app.database).findLatest()
  if (latest === null) throw new AppError('plan.not-found', { plan: named ?? 'latest' })
  return latest.id
}

/** The held plan or collection a person means; `latest` is the newest plan that is held. */
export async function namedHeld(
  app: App,
  named: string,
): Promise<Exclude<Named<'plan' | 'collection'>, 'latest'>> {
  const held = parseHeld(named)
  if (held !== 'latest') return held
  const latest = await planStore(app.database).findLatestHeld()
  return { kind: 'plan', id: latest?.id ?? (await namedPlan(app, null)) }
}
