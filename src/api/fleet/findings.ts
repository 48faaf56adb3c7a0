import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { App } from '../../app.ts'
import {
  decideFindings,
  exportAgeing,
  exportFindings,
  findingAgeing,
  getFinding,
  listChecks,
  listFindings,
} from '../../contract/findings.ts'
import { FILE_TYPES } from '../../contract/route.ts'
import { withNamedRecords } from '../../jobs/findings/named-records.ts'
import { shownLooks, standingLooks } from '../../jobs/findings/shown-looks.ts'
import { tellAgeing } from '../../jobs/findings/tell-ageing.task.ts'
import { tellFinding } from '../../jobs/findings/tell-finding.task.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import { ageingTables } from '../../reports/ageing-table.ts'
import { CHECK_CODES } from '../../reports/check-titles.ts'
import { evidenceInWords } from '../../reports/evidence-in-words.ts'
import { streamWhole } from '../../reports/stream-table.task.ts'
import { voiceOf } from '../../reports/voice.ts'
import type { Api } from '../api.ts'
import type { Caller } from '../caller.ts'
import { handle, handleFile } from '../handle.ts'
import { handleRemembered } from '../handle-remembered.ts'
import { readingApi } from '../reading-api.ts'
import { seesSite } from '../site-limit.ts'
import { amongOf } from './among.ts'
import { askedDays, todayOf } from './asked-days.ts'
import { askedPlace } from './asked-place.ts'
import { decidedFindings } from './decided-findings.ts'
import { assertChecks, filterOfAddress } from './finding-filter.ts'
import { findingsFile } from './findings-file.ts'
import { toldCheck, toldEvent, toldFinding, toldLook } from './told-finding.ts'

/** What disagrees, and what people say of it; those who are limited to sites see and decide what lies there. */
export function findingRoutes(http: FastifyInstance, api: Api): void {
  const { app } = readingApi(api)
  const store = findingStore(app.database)

  handleRemembered(http, listFindings, async ({ query, caller }) => {
    const { sort, limit, offset } = query
    const asOf = todayOf(app)
    const filter = await filterOfAddress(app, query, caller)
    const { items, total } = await store.list(filter, { sort, limit, offset }, asOf)
    const byCheck = await store.byCheck(filter, asOf)
    const others = filter.isDormant ? [] : await store.byCheck({ ...filter, isDormant: true }, asOf)
    // which looks stand depends on findings anywhere
    const looksFor = filter.isDormant || caller?.sites ? shownLooks : standingLooks
    const looks = await looksFor(app, filter.checks)
    return {
      ...{ asOf, items: (await withNamedRecords(app, items)).map(toldFinding), total, byCheck },
      dormant: others.reduce((sum, { count }) => sum + count, 0),
      looks: looks.map(toldLook),
    }
  })

  handleFile(http, exportFindings, async ({ query, caller, language }) => {
    const filter = await filterOfAddress(app, query, caller)
    return findingsFile(app, { filter, format: query.format, language })
  })

  handleFile(http, exportAgeing, async ({ query, caller, language }) => {
    const { part, format } = query
    const { from, to, ...told } = await seenAgeing(app, query, caller)
    const tables = ageingTables(told, [])
    const table = tables.find(({ name }) => name === AGEING_TABLES[part])
    if (!table) throw new Error(`no table of ${part}`)
    const content = streamWhole(format, table, voiceOf(language, app.settings.timeZone))
    return { fileName: `${table.name}-${from}-${to}.${format}`, content, type: FILE_TYPES[format] }
  })

  handleRemembered(http, findingAgeing, async ({ query, caller }) => {
    const { rows, unlooked, ...span } = await seenAgeing(app, query, caller)
    const notCompared = unlooked.map(({ skipped, ...each }) => {
      return { ...each, skipped: skipped && { ...skipped } }
    })
    return { ...span, items: [...rows], total: rows.length, notCompared }
  })

  handle(http, listChecks, async ({ language }) => {
    const items = CHECK_CODES.map((code) => toldCheck(code, language))
    return { items, total: items.length }
  })

  handle(http, getFinding, async ({ params: { id }, caller, language }) => {
    const told = await tellFinding(api.app, id, amongOf(caller)) // with what was said of it just now
    return {
      ...toldFinding({ ...told.finding, evidence: told.evidence }),
      unplaced: told.unplaced,
      evidenceInWords: evidenceInWords(told.evidence, voiceOf(language, app.settings.timeZone)),
      look: told.look && toldLook(told.look),
      events: told.events.map(toldEvent),
    }
  })

  handle(http, decideFindings, (request) => decidedFindings(api, request))
}

const AGEING_TABLES = { figures: 'ageing', 'not-compared': 'not-compared' } as const

/** How findings stood day by day, as far as a caller sees it. */
async function seenAgeing(
  app: App,
  query: z.output<NonNullable<(typeof findingAgeing)['query']>>,
  caller: Caller | null,
) {
  const span = askedDays(app, query)
  const { check: checks = [], site: named } = query
  await assertChecks(app, checks, 'query.check')
  const site = await askedPlace(app, { named, caller, beside: ['municipality'] })
  const sees = (place: string | null) => seesSite(caller, place)
  return { ...span, ...(await tellAgeing(app, { ...span, checks, site, sees })) }
}
