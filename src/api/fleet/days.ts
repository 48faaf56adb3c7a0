import type { FastifyInstance } from 'fastify'
import type { LaterTry, LedgerEntry } from '../../collect/queries.ts'
import {
  compareDays,
  countDevices,
  exportComparison,
  exportCounts,
  listDays,
} from '../../contract/fleet-days.ts'
import { FILE_TYPES } from '../../contract/route.ts'
import { countsAsOf } from '../../inventory/count/counts-as-of.task.ts'
import { countsDocument } from '../../inventory/count/counts-document.ts'
import { collectedDays } from '../../jobs/fleet/collected-days.task.ts'
import { fleetSources } from '../../jobs/fleet/fleet-sources.ts'
import { AppError } from '../../lib/errors.ts'
import { countsTables } from '../../reports/fleet-counts.ts'
import { restNotes } from '../../reports/rest-notes.ts'
import { streamWhole } from '../../reports/stream-table.task.ts'
import { voiceOf } from '../../reports/voice.ts'
import type { Api } from '../api.ts'
import { handle, handleFile } from '../handle.ts'
import { handleRemembered } from '../handle-remembered.ts'
import { seenCounts } from '../seen-counts.ts'
import { askedDays, keptDay } from './asked-days.ts'
import { comparedDays, seenComparison } from './compared-days.ts'
import { comparisonFile } from './comparison-file.ts'

/** The fleet by day: what changed between two, how many machines one had, and which were collected. */
export function fleetDayRoutes(http: FastifyInstance, { app }: Api): void {
  handleRemembered(http, compareDays, ({ query, caller }) => comparedDays(app, query, caller))

  handleFile(http, exportComparison, async ({ query, caller, language }) => {
    const { part, format, ...asked } = query
    const seen = await seenComparison(app, asked, caller)
    return comparisonFile(app, seen, { part, format, language, caller })
  })

  handleFile(http, exportCounts, async ({ query: { asOf, part, format }, caller, language }) => {
    const counted = await countsAsOf(app.database, await keptDay(app, asOf))
    const { all, sites } = seenCounts(caller, counted)
    const places = [{ scope: { kind: 'all' } as const, ...all }, ...sites]
    const { day, monthEnd } = counted
    const notes = restNotes(day, counted.restsOn)
    const [figures, changes] = countsTables({ day, monthEnd, places, notes })
    const table = part === 'figures' ? figures : changes
    if (!table) throw new AppError('day.not-kept', { day, nearest: [] })
    const content = streamWhole(format, table, voiceOf(language, app.settings.timeZone))
    return { fileName: `counts-${day}-${part}.${format}`, content, type: FILE_TYPES[format] }
  })

  handleRemembered(http, countDevices, async ({ query, caller }) => {
    const counted = await countsAsOf(app.database, await keptDay(app, query.asOf))
    const { all, sites } = seenCounts(caller, counted)
    const places = [{ scope: { kind: 'all' } as const, ...all }, ...sites]
    const { rests_on, ...told } = countsDocument({ ...counted, places })
    return { ...told, rests_on: [...rests_on] }
  })

  handle(http, listDays, async ({ query }) => {
    const span = askedDays(app, query)
    const { sources, entries, notCollected } = await collectedDays(app, span)
    return {
      ...{ ...span, sources: [...sources], configured: fleetSources(app.settings) },
      ...{ items: entries.map(toldEntry), total: entries.length },
      notCollected: [...notCollected],
    }
  })
}

function toldEntry({ startedAt, later, ...entry }: LedgerEntry) {
  return {
    ...{ ...entry, ...toldTry(entry), startedAt: startedAt.toISOString() },
    later: later && toldTry(later),
  }
}

function toldTry({ missing, holds, ...tried }: LaterTry) {
  return {
    ...tried,
    missing: missing.map((each) => ({ ...each })),
    holds: holds.map((each) => ({ ...each })),
  }
}
