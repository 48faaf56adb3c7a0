import type { App } from '../app.ts'
import { collectionStore } from '../collect/store.ts'
import { AppError } from '../lib/errors.ts'
import { planStore } from '../reconcile/store.ts'
import type { Command } from './command.ts'
import { type Named, parseHeld, parsePlan } from './plan-number.ts'

/** The argument of the commands that act on a plan. */
export const PLAN_ARGUMENT: NonNullable<Command['argument']> = {
  syntax: '<plan>',
  means: { en: 'P12, 12 or latest', es: 'P12, 12 o latest (el último)' },
}

/**
 * The plan a person means; the latest when they name none, or the latest of those that correct one
 * thing. Throws `plan.not-found`.
 */
export async function namedPlan(
  app: App,
  named: string | null,
  corrects: 'tags' | 'names' | null = null,
): Promise<number> {
  const id = named === null ? null : parsePlan(named)
  if (id !== null) return id
  const latest = await planStore(app.database).findLatest(corrects)
  if (latest === null) throw new AppError('plan.not-found', { plan: named ?? 'latest' })
  return latest.id
}

/** What a person accepts, and whether they said `latest` for it. */
export interface NamedHeld extends Exclude<Named<'plan' | 'collection'>, 'latest'> {
  readonly isLatest: boolean
}

/** How many held collections are named to a person who named nothing that is held. */
const NAMED = 5

/**
 * The held plan or collection a person means; `latest` is the newest plan that is held, and no
 * collection. Throws `plan.none-held` where there is no such plan.
 */
export async function namedHeld(app: App, named: string): Promise<NamedHeld> {
  const held = parseHeld(named)
  if (held !== 'latest') return { ...held, isLatest: false }
  const plans = planStore(app.database)
  const latest = (await plans.findLatestHeld()) ?? (await plans.findLatest())
  const collections = await collectionStore(app.database).acceptable(NAMED)
  if (latest === null || (latest.state !== 'held' && collections.length > 0)) {
    throw new AppError('plan.none-held', { collections: collections.map((id) => `C${id}`) })
  }
  return { kind: 'plan', id: latest.id, isLatest: true }
}
