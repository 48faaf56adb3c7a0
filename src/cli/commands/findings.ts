import type { App } from '../../app.ts'
import { withNamedRecords } from '../../jobs/findings/named-records.ts'
import { shownLooks, standingLooks } from '../../jobs/findings/shown-looks.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type {
  FindingFilter,
  FindingPage,
  FindingSort,
} from '../../reconcile/findings/list-queries.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import { findingsTables } from '../../reports/findings-table.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { looksTable } from '../../reports/looks-table.ts'
import { todayOf } from '../asked-day.ts'
import { askedFindings, findingFilterOptions } from '../asked-findings.ts'
import { askedNumber } from '../asked-number.ts'
import { appCommand, type Call, type CommandOption } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { type FindingList, findingListLines } from '../lines/finding-list-lines.ts'

/** How many are listed unless told otherwise. */
const LISTED = 50
const SORTS: readonly FindingSort[] = ['severity', 'age', 'check', 'site', 'owner', 'name']

export const findings = appCommand({
  name: 'findings',
  does: {
    en: 'list what disagrees, how many of each check and since when; ends with 2 when anything is listed',
    es: 'listar lo que no concuerda, cuántas de cada comprobación y desde cuándo; termina con 2 si lista algo',
  },
  options: [...findingFilterOptions('owner'), ...pageOptions(), OUT_OPTION],
  async work(app, call) {
    const out = call.option('out')
    if (out !== null) exportKind(out)
    const page = askedPage(call, out !== null)
    const list = await namedList(app, await listOf(app, call, page))
    const ending = list.total === 0 ? 'agreed' : 'differences'
    const document = documentOf(list, page)
    const lines = findingListLines(list, page, app.language)
    if (out === null) return { ending, document, lines }
    const files = await exportTo(app, out, { document, tables: tablesOf(list) })
    const { items: _written, ...told } = document
    return { ending, document: { ...told, files }, lines: [lines[0] ?? '', ...files] }
  },
})

async function listOf(app: App, call: Call, page: FindingPage): Promise<FindingList> {
  const store = findingStore(app.database)
  const filter = await askedFindings(app, call, 'owner')
  const day = todayOf(app)
  const looks = await (filter.isDormant ? shownLooks : standingLooks)(app, filter.checks)
  const byCheck = await store.byCheck(filter, day)
  const dormant = filter.isDormant ? 0 : await dormantOf(app, filter, day)
  const known = { day, filter, byCheck, dormant, looks }
  if (call.has('summary')) return { ...known, items: null, total: countOf(byCheck) }
  return { ...known, ...(await store.list(filter, page, day)) }
}

/** How many a list would have besides, were those in it that nobody looks at any more. */
async function dormantOf({ database }: App, filter: FindingFilter, day: Day): Promise<number> {
  return countOf(await findingStore(database).byCheck({ ...filter, isDormant: true }, day))
}

function countOf(byCheck: FindingList['byCheck']): number {
  return byCheck.reduce((sum, { count }) => sum + count, 0)
}

function pageOptions(): CommandOption[] {
  return [
    {
      flags: '--sort <name>',
      means: { en: 'by severity when left out', es: 'por gravedad si falta' },
      choices: SORTS,
    },
    {
      flags: '--limit <number>',
      means: { en: `how many; ${LISTED} when left out`, es: `cuántas; ${LISTED} si falta` },
    },
    {
      flags: '--offset <number>',
      means: { en: 'after leaving out so many', es: 'tras saltar tantas' },
    },
    { flags: '--all', means: { en: 'all of them', es: 'todas' } },
    {
      flags: '--summary',
      means: { en: 'only how many of each check', es: 'solo cuántas de cada comprobación' },
    },
  ]
}

/** A file gets all of them unless a page is asked for. */
function askedPage({ option, has }: Call, isForFile: boolean): FindingPage {
  const limit = option('limit')
  if (has('all') && limit !== null) {
    const problem = 'misplaced-option'
    throw new AppError('command.misused', { problem, about: '--limit <number>', meant: '' })
  }
  const isAll = has('all') || (isForFile && limit === null)
  return {
    sort: SORTS.find((sort) => sort === option('sort')) ?? 'severity',
    limit: isAll ? null : askedNumber(limit, { argument: '--limit', from: 1, otherwise: LISTED }),
    offset: askedNumber(option('offset'), { argument: '--offset', from: 0, otherwise: 0 }),
  }
}

function documentOf({ day, filter, items, ...list }: FindingList, page: FindingPage) {
  const { ids: _none, ...asked } = filter
  return {
    ...{ asOf: day, filter: asked, ...page, ...list },
    ...(items === null ? {} : { items: items.map((each) => ({ ref: `F${each.id}`, ...each })) }),
  }
}

function tablesOf({ day, byCheck, items, looks }: FindingList) {
  const [list, ...others] = findingsTables({ day, findings: items ?? [], byCheck, notes: [] })
  const rest = [...others, looksTable(looks, [])]
  return () => (items === null || !list ? rest : [list, ...rest])
}

async function namedList(app: App, list: FindingList): Promise<FindingList> {
  return list.items === null ? list : { ...list, items: await withNamedRecords(app, list.items) }
}
