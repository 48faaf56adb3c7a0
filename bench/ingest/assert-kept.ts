import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../src/db/database.ts'
import { type DayFigure, inOrder, type MetricFigure, type Truth } from './truth.ts'

/** What must be kept: as the file was written. */
export interface Expected {
  readonly metrics: readonly MetricFigure[]
  readonly days: readonly DayFigure[]
}

const MUSTER = {
  metrics: `
    select m.name as metric, count(*) as count, round(sum(e.value), 2)::text as sum
    from event e
    join metric m on m.id = e.metric_id
    group by m.name`,
  days: `
    select m.name as metric, d.day::text as day, d.count, round(d.sum, 2)::text as sum, d.subjects
    from metric_day d
    join metric m on m.id = d.metric_id`,
}
const PANDAS_DAYS = `
  select metric, day::text as day, count, round(sum::numeric, 2)::text as sum, subjects
  from pandas_day`

/** As of now; what is added to the truth later is not in it. */
export function expectedOf(truth: Truth): Expected {
  return { metrics: truth.metrics().filter(({ count }) => count > 0), days: truth.days() }
}

/** Compares events and days with the truth, to the last hundredth. Throws at the first difference. */
export async function assertMusterKept(database: Database, expected: Expected): Promise<void> {
  await assertMetrics('Muster', { database, query: MUSTER.metrics }, expected)
  await assertDays('Muster', { database, query: MUSTER.days }, expected)
}

/** The same of psql's rows. */
export async function assertPsqlKept(database: Database, expected: Expected): Promise<void> {
  await assertMetrics('psql', { database, query: rowsIn('psql_event') }, expected)
}

/** The same of the rows and days of pandas, whose sums are rounded to hundredths first. */
export async function assertPandasKept(database: Database, expected: Expected): Promise<void> {
  await assertMetrics('pandas', { database, query: rowsIn('pandas_event') }, expected)
  await assertDays('pandas', { database, query: PANDAS_DAYS }, expected)
}

function rowsIn(table: string): string {
  return `
    select metric, count(*) as count, round(sum(value), 2)::text as sum
    from ${table}
    group by metric`
}

interface Asked {
  readonly database: Database
  readonly query: string
}

async function assertMetrics(side: string, asked: Asked, { metrics }: Expected): Promise<void> {
  const rows = await figuresOf<MetricFigure>(asked)
  const found = rows.toSorted((one, other) => (one.metric < other.metric ? -1 : 1))
  assertSame(`${side}, all events`, found, metrics)
}

async function assertDays(side: string, asked: Asked, { days }: Expected): Promise<void> {
  assertSame(`${side}, by day`, inOrder(await figuresOf<DayFigure>(asked)), days)
}

/** With all that is counted as numbers, whatever the server counts in. */
async function figuresOf<Figure extends MetricFigure>({ database, query }: Asked) {
  const { rows } = await database.pool.query<Figure>(query)
  return rows.map((row) => ({
    ...row,
    count: Number(row.count),
    ...('subjects' in row ? { subjects: Number(row.subjects) } : {}),
  }))
}

function assertSame(where: string, found: readonly object[], expected: readonly object[]): void {
  if (isDeepStrictEqual(found, [...expected])) return
  const at = expected.findIndex((each, at) => !isDeepStrictEqual(found[at], each))
  const [was, should] = [found[at], expected[at]].map((each) => JSON.stringify(each))
  throw new Error(
    `${where}: ${found.length} figures, not ${expected.length}; for instance ${was}, not ${should}`,
  )
}
