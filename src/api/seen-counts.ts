import type { CountsAsOf, PlaceFigures } from '../inventory/count/counts-as-of.task.ts'
import { summedFigures } from '../inventory/count/site-figures.ts'
import type { Caller } from './caller.ts'
import { seesSite } from './site-limit.ts'

/** Counts as far as a caller sees them. */
export interface SeenCounts extends Pick<CountsAsOf, 'countedOn' | 'monthEnd'> {
  readonly all: Pick<PlaceFigures, 'current' | 'previous'>
  readonly sites: readonly PlaceFigures[]
}

/** The counts as far as a caller sees them: the whole of the sites they are limited to is the sum of these. */
export function seenCounts(
  caller: Caller | null,
  { countedOn, monthEnd, places }: CountsAsOf,
): SeenCounts {
  const sites = places.filter(({ scope }) => scope.kind === 'site' && seesSite(caller, scope.site))
  const whole = places.find(({ scope }) => scope.kind === 'all')
  const all = caller?.sites
    ? {
        current: summedFigures(sites.map(({ current }) => current)),
        previous: summedFigures(sites.map(({ previous }) => previous)),
      }
    : (whole ?? { current: null, previous: null })
  return { countedOn, monthEnd, all, sites }
}
