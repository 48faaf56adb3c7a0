import type { App } from '../../app.ts'
import { comparedSites, figureChanges, lastMonthEnd } from '../../inventory/count/figure-change.ts'
import { NO_FIGURES, siteFigures, totalFigures } from '../../inventory/count/site-figures.ts'
import { type CountedDay, countStore } from '../../inventory/count/store.ts'
import { listStore } from '../../inventory/list/store.ts'
import { retentionStore } from '../../inventory/retention/store.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { type CountedPlace, countsTables } from '../../reports/fleet-counts.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { AS_OF_OPTION, askedKeptDay } from '../asked-day.ts'
import { appCommand } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { type Counts, countLines } from '../lines/count-lines.ts'
import { restNotes } from '../lines/rest-lines.ts'

export const counts = appCommand({
  name: 'counts',
  does: {
    en: 'count the machines as of any day kept, by site, against the last month-end',
    es: 'contar los equipos de cualquier día conservado, por sitio, frente al último cierre de mes',
  },
  options: [AS_OF_OPTION, OUT_OPTION],
  async work(app, { option }) {
    const out = option('out')
    if (out !== null) exportKind(out)
    const counted = await countsAsOf(app, await askedKeptDay(app, option('asOf')))
    const document = documentOf(counted)
    const lines = countLines(counted, app.language)
    if (out === null) return { ending: 'agreed', document, lines }
    const notes = restNotes(counted.day, counted.restsOn)
    const files = await exportTo(app, out, {
      document,
      tables: () => countsTables({ ...counted, notes }),
    })
    return { ending: 'agreed', document: { ...document, files }, lines: files }
  },
})

interface AskedCounts extends Counts {
  /** The day the figures were taken on: the one asked for, or the newest counted before it. */
  readonly countedOn: Day
}

async function countsAsOf({ database }: App, day: Day): Promise<AskedCounts> {
  const lists = listStore(database)
  const countedOn = await lists.countedUpTo(day)
  const current = countedOn === null ? null : await countStore(database).find(countedOn)
  if (countedOn === null || current === null) {
    throw new AppError('day.not-kept', { day, nearest: [] })
  }
  const restsOn = await lists.restsOn(countedOn)
  const sources = restsOn.map(({ source }) => source)
  const end = lastMonthEnd(day, await retentionStore(database).monthEnds(), sources)
  const previous = end === null ? null : await countStore(database).find(end)
  const monthEnd = previous === null ? null : end
  return {
    ...{ day, countedOn, restsOn, monthEnd },
    monthEndRestsOn: monthEnd === null ? [] : await lists.restsOn(monthEnd),
    places: placesOf(current, previous),
  }
}

function placesOf(current: CountedDay, previous: CountedDay | null): CountedPlace[] {
  const before = previous === null ? [] : siteFigures(previous)
  return [
    {
      scope: { kind: 'all' },
      current: totalFigures(current),
      previous: previous === null ? null : totalFigures(previous),
    },
    ...comparedSites(siteFigures(current), before).map(({ site, ...figures }) => ({
      scope: { kind: 'site', site } as const,
      ...figures,
    })),
  ]
}

/** Field names as other programs already read them. */
function documentOf({ day, countedOn, restsOn, monthEnd, places }: AskedCounts) {
  const [all, ...sites] = places
  const against = ({ current, previous }: CountedPlace) => ({
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
