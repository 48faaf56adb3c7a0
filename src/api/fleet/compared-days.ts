import type { z } from 'zod'
import type { App } from '../../app.ts'
import type { compareDays } from '../../contract/fleet-days.ts'
import { allBridges, type PlacedBridge } from '../../inventory/compare/all-bridges.ts'
import type { Span } from '../../inventory/compare/queries.ts'
import { type SeenChanges, seenChanges } from '../../inventory/compare/seen-changes.ts'
import { compareStore } from '../../inventory/compare/store.ts'
import { listStore, type SourceDay } from '../../inventory/list/store.ts'
import type { Caller } from '../caller.ts'
import { seesSite } from '../site-limit.ts'
import { amongOf } from './among.ts'
import { orderedDays } from './asked-days.ts'
import { askedPlace } from './asked-place.ts'

type Asked = z.output<NonNullable<(typeof compareDays)['query']>>
type Answer = z.input<(typeof compareDays)['response']>

type Place = Pick<App, 'database' | 'now' | 'settings'>

/** Two days as a caller compares them, and what of them is to be told. */
export interface SeenComparison {
  readonly span: Span
  readonly restsOn: { readonly from: SourceDay[]; readonly to: SourceDay[] }
  /** A page of the machines that differ, how many there are, and the bridges they sum to. */
  page(part: Pick<Asked, 'limit' | 'offset'>): Promise<SeenPage>
}

export interface SeenPage {
  readonly machines: readonly SeenChanges[]
  readonly total: number
  readonly bridges: readonly PlacedBridge[]
}

/** Makes sure that both days are kept and the place is known. Throws `day.not-kept`, `site.not-found`. */
export async function seenComparison(
  app: Place,
  { site: named, noSite, term, measure, ...asked }: Omit<Asked, 'limit' | 'offset'>,
  caller: Caller | null,
): Promise<SeenComparison> {
  const { from, to } = orderedDays(app, asked)
  const lists = listStore(app.database)
  await lists.assertKept(from)
  await lists.assertKept(to)
  const place = noSite ? null : await askedPlace(app, { named, caller })
  const site = noSite || place !== null ? place : undefined
  const span = { first: from, last: to }
  const sees = (at: string | null) => seesSite(caller, at)
  const isSeen = ({ scope }: PlacedBridge) => {
    if (scope.kind === 'all') return site === undefined && !caller?.sites
    return sees(scope.site) && (site === undefined || scope.site === site)
  }
  return {
    span,
    restsOn: { from: await lists.restsOn(from), to: await lists.restsOn(to) },
    async page(part) {
      const compared = await compareStore(app.database).page(span, {
        ...{ site, ...amongOf(caller), ...part },
        ...(term === undefined ? {} : { bar: { measure, term } }),
      })
      return {
        machines: compared.courses.flatMap((course) => seenChanges(course, span, sees) ?? []),
        total: compared.total,
        bridges: allBridges(compared).filter(isSeen),
      }
    },
  }
}

/** Two days compared as a caller sees them: a page of the machines that differ, and the bridges they sum to. */
export async function comparedDays(
  app: Place,
  { limit, offset, ...asked }: Asked,
  caller: Caller | null,
): Promise<Answer> {
  const { span, restsOn, page } = await seenComparison(app, asked, caller)
  const { machines, total, bridges } = await page({ limit, offset })
  return {
    ...{ from: span.first, to: span.last, restsOn, total, items: machines.map(toldMachine) },
    bridges: bridges.map(({ scope, measure, bridge }) => ({
      ...{ scope: scope.kind, site: scope.kind === 'site' ? scope.site : null, measure },
      ...bridge,
    })),
  }
}

/** A machine that differs, as a list tells it. */
export function toldMachine(machine: SeenChanges): Answer['items'][number] {
  const { source, nativeKey, changes } = machine
  return { ...machine, ref: `${source}:${nativeKey}`, changes: [...changes] }
}
