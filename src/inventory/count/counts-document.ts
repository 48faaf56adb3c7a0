import type { CountsAsOf, PlaceFigures } from './counts-as-of.task.ts'
import { figureChanges } from './figure-change.ts'
import { NO_FIGURES } from './site-figures.ts'

/** Counts as of a day, with the field names as other programs already read them. */
export function countsDocument({ day, countedOn, restsOn, monthEnd, places }: CountsAsOf) {
  const [all, ...sites] = places
  const against = ({ current, previous }: PlaceFigures) => ({
    last_month_end: monthEnd === null ? null : previous,
    changes: monthEnd === null ? null : figureChanges(current, previous),
  })
  return {
    date: day,
    counted_on: countedOn,
    rests_on: restsOn,
    last_month_end_date: monthEnd,
    totals: all?.current ?? null,
    last_month_totals: all?.previous ?? null,
    changes: all ? against(all).changes : null,
    sites: sites.map((place) => ({
      site_name: place.scope.kind === 'site' ? place.scope.site : null,
      ...(place.current ?? NO_FIGURES),
      ...against(place),
    })),
    site_count: sites.length,
  }
}
