import type { App } from '../../app.ts'
import { nearestNames, siteMeant } from '../../inventory/site/site-names.ts'
import { siteStore } from '../../inventory/site/store.ts'
import { AppError } from '../../lib/errors.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import type { Caller } from '../caller.ts'
import { seesSite } from '../site-limit.ts'

/** Where a caller looks: the name as it was sent, and what may bear it beside sites. */
export interface AskedPlace {
  readonly named: string | undefined
  readonly caller: Caller | null
  readonly beside?: readonly ('municipality' | 'building')[]
}

/**
 * The place of that name as it is written; null where none is asked for. Throws `site.not-found` for one that is not
 * known, as for one that the caller may not see: it would be taken for a place where all is well.
 */
export async function askedPlace(
  { database }: Pick<App, 'database'>,
  { named, caller, beside = [] }: AskedPlace,
): Promise<string | null> {
  if (named === undefined) return null
  const sites = (await siteStore(database).sites()).map(({ name }) => name)
  const others = caller?.sites || beside.length === 0 ? [] : await findingStore(database).places()
  const places = new Set([
    ...sites.filter((name) => seesSite(caller, name)),
    ...others.filter(({ kind }) => beside.includes(kind)).map(({ name }) => name),
  ])
  const place = siteMeant([...places], named.trim())
  if (place !== null) return place
  throw new AppError('site.not-found', { site: named, nearest: nearestNames([...places], named) })
}
