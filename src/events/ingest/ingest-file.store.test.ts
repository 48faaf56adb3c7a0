import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { writeSheets } from '../../../test/support/sheet-rows.ts'
import { openKeyRing } from '../../db/key-ring.ts'
import { AppError } from '../../lib/errors.ts'
import { SILENT } from '../../lib/progress.ts'
import { seriesStore } from '../daily/store.ts'
import { MappingProfile } from '../profile/mapping-profile.ts'
import { rawStore } from '../raw/store.ts'
import { receiveFile } from '../receive/store.ts'
import { type Ingested, type IngestOrder, ingestFile } from './ingest-file.task.ts'
import { ingestStore } from './store.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster events '))
afterAll(() => rm(folder, { recursive: true }))
const ring = await openKeyRing(join(folder, 'ring.json'))
const uploads = ingestStore(database)
const series = seriesStore(database)
let runId = 0
let files = 0

beforeAll(async () => {
  const { rows } = await database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version)
    values ('ingest', 'running', 'person', 'ana', 'pc', 1, '0') returning id`,
  )
  runId = rows[0].id
})

async function ingest(
  source: string,
  lines: readonly string[],
  how: Partial<IngestOrder> = {},
): Promise<Ingested> {
  files += 1
  const path = join(folder, `${files}.csv`)
  await writeFile(path, lines.join('\n'))
  return take(source, path, how)
}

async function take(
  source: string,
  path: string,
  how: Partial<IngestOrder> = {},
): Promise<Ingested> {
  const now = new Date('2026-11-21T12:00:00Z')
  const context = { runId, actor: 'ana', database, uploads, ring, progress: SILENT, now }
  const order: IngestOrder = {
    ...{ name: 'days.csv', mediaType: null, source, profile: MappingProfile.parse({}) },
    ...{ defaultMetric: null, mode: 'strict', onConflict: 'keep', ...how },
  }
  return ingestFile(context, order, await receiveFile(path, () => {}))
}

async function countsOf(source: string, lines: readonly string[], how: Partial<IngestOrder> = {}) {
  const result = await ingest(source, lines, how)
  if (result.kind !== 'taken') return result.kind
  const { rows, inserted, duplicates, conflicts, rejected } = result.upload
  return { rows, inserted, duplicates, conflicts, rejected }
}

async function daysOf(source: string, metric = 'events_total') {
  const [found] = await series.days({ metrics: [{ source, metric }], from: null, to: null })
  return (found?.days ?? []).map(({ day, sum, count, min, max }) => [
    day,
    Number(sum),
    count,
    +min,
    +max,
  ])
}

const HEAD = 'time,value,user'

it('takes a file in once, and says when the same comes again', async () => {
  const lines = [HEAD, '2026-01-01T08:00:00Z,2.5,a', '2026-01-01T09:00:00Z,4,b', '2026-01-02,1,a']

  expect(await countsOf('once', lines)).toEqual({
    ...{ rows: 3, inserted: 3, duplicates: 0, conflicts: 0, rejected: 0 },
  })
  expect(await daysOf('once')).toEqual([
    ['2026-01-01', 6.5, 2, 2.5, 4],
    ['2026-01-02', 1, 1, 1, 1],
  ])
  expect(await ingest('once', lines)).toMatchObject({ kind: 'same', upload: { inserted: 3 } })
})

it('counts what is known already, in other files and twice in one', async () => {
  await ingest('twice', [HEAD, '2026-01-01,2,a'])

  const counts = await countsOf('twice', [
    HEAD,
    '2026-01-01,2,a',
    '2026-01-03,5,a',
    '2026-01-03,5.0,a',
  ])

  expect(counts).toEqual({ rows: 3, inserted: 1, duplicates: 2, conflicts: 0, rejected: 0 })
  expect(await daysOf('twice')).toEqual([
    ['2026-01-01', 2, 1, 2, 2],
    ['2026-01-03', 5, 1, 5, 5],
  ])
})

it('lets the first value stand where an event comes with another, and tells of it', async () => {
  await ingest('first', [HEAD, '2026-01-01,2,a'])

  const counts = await countsOf('first', [HEAD, '2026-01-01,3,a', '2026-01-01,4,a'])

  expect(counts).toEqual({ rows: 2, inserted: 0, duplicates: 0, conflicts: 2, rejected: 0 })
  expect(await daysOf('first')).toEqual([['2026-01-01', 2, 1, 2, 2]])
})

it('lets the newest value stand where that is asked for, and keeps the old ones', async () => {
  await ingest('newest', [HEAD, '2026-01-01,2,a'])

  const lines = [HEAD, '2026-01-01,3,a', '2026-01-01,4,a', '2026-01-01,4,a']
  const counts = await countsOf('newest', lines, { onConflict: 'replace' })

  expect(counts).toEqual({ rows: 3, inserted: 0, duplicates: 1, conflicts: 2, rejected: 0 })
  expect(await daysOf('newest')).toEqual([['2026-01-01', 4, 1, 4, 4]])
  const { rows } = await database.pool.query(
    'select stood::float8, came::float8 from event_conflict where is_replaced order by line',
  )
  expect(rows).toEqual([
    { stood: 2, came: 3 },
    { stood: 3, came: 4 },
  ])
})

it('writes nothing of a file with one bad row, and says where it is', async () => {
  const result = await ingest('strict', [HEAD, '2026-01-01,2,a', '2026-01-02,many,a'])

  expect(result).toMatchObject({
    ...{ kind: 'refused', rows: 2 },
    faults: { total: 1, first: [{ line: 3, column: 'value', code: 'row.bad-number' }] },
  })
  expect(await daysOf('strict')).toEqual([])
  const { rows } = await database.pool.query("select from event_source where name = 'strict'")
  expect(rows).toEqual([])
})

it('takes the good rows in where that is asked for, and keeps what is wrong with the others', async () => {
  const lines = [HEAD, '2026-01-01,2,a', 'now,2,a', '2026-01-03,,a']
  const result = await ingest('lenient', lines, { mode: 'lenient' })

  expect(result).toMatchObject({ kind: 'taken', upload: { rows: 3, inserted: 1, rejected: 2 } })
  const id = result.kind === 'taken' ? result.upload.id : 0
  expect(await uploads.rejections(id, null)).toMatchObject([
    { line: 3, faults: [{ column: 'time', code: 'row.bad-time' }] },
    { line: 4, faults: [{ column: 'value', reason: 'number-blank' }] },
  ])
})

it('keeps the file as it came, sealed', async () => {
  const lines = [HEAD, '2026-02-01,2,Zoë']
  const result = await ingest('raw', lines)
  const id = result.kind === 'taken' ? result.upload.id : 0

  const pieces = []
  for await (const piece of rawStore(database, ring).read(id)) pieces.push(piece)
  const { rows } = await database.pool.query(
    'select sealed from upload_chunk where upload_id = $1',
    [id],
  )

  expect(Buffer.concat(pieces).toString()).toBe(lines.join('\n'))
  expect(rows).toHaveLength(1)
  expect(rows[0].sealed.toString('latin1')).not.toContain('2026-02-01')
})

it('counts a day in the time zone of the source', async () => {
  const profile = MappingProfile.parse({ timeZone: 'America/Havana' })
  await ingest('zone', [HEAD, '2026-03-08T04:59:59Z,1,a', '2026-03-08T05:00:00Z,2,a'], { profile })

  expect((await daysOf('zone')).map(([day, sum]) => [day, sum])).toEqual([
    ['2026-03-07', 1],
    ['2026-03-08', 2],
  ])
})

it('leaves an event on the day on which it is known, whatever day it is elsewhere', async () => {
  await ingest('elsewhere', [HEAD, '2026-03-01T02:00:00Z,1,a'])

  const profile = MappingProfile.parse({ timeZone: 'America/Havana' })
  const lines = [HEAD, '2026-03-01T02:00:00Z,1,a', '2026-03-02T12:00:00Z,2,a']
  const counts = await countsOf('elsewhere', lines, { profile })

  expect(counts).toEqual({ rows: 2, inserted: 1, duplicates: 1, conflicts: 0, rejected: 0 })
  expect((await daysOf('elsewhere')).map(([day, sum]) => [day, sum])).toEqual([
    ['2026-03-01', 1],
    ['2026-03-02', 2],
  ])
})

it('knows an event again by its id, whatever else is said of it then', async () => {
  const head = 'time,value,metric,id'
  await ingest('ids', [head, '2026-03-01,1,sold,A', '2026-03-01,4,sold,B'])

  const lines = [head, '2026-03-05,1,sold,A', '2026-03-06,9,lost,B', '2026-03-07,2,sold,C']
  const counts = await countsOf('ids', lines, { onConflict: 'replace' })

  expect(counts).toEqual({ rows: 3, inserted: 1, duplicates: 1, conflicts: 1, rejected: 0 })
  expect(await daysOf('ids', 'sold')).toEqual([
    ['2026-03-01', 10, 2, 1, 9],
    ['2026-03-07', 2, 1, 2, 2],
  ])
  expect(await daysOf('ids', 'lost')).toEqual([])
})

it('lets the first stand of two sheets of a workbook too, wherever on its sheet it is', async () => {
  const day = { A: '2026-03-01' }
  const path = await writeSheets(join(folder, 'sheets.xlsx'), {
    January: {
      1: { A: 'time', B: 'value' },
      2: { A: '2026-03-02', B: '5' },
      5: { ...day, B: '1' },
    },
    Again: { 1: { A: 'time', B: 'value' }, 2: { ...day, B: '9' } },
  })

  expect(await take('sheets', path)).toMatchObject({
    ...{ kind: 'taken', upload: { rows: 3, inserted: 2, duplicates: 0, conflicts: 1 } },
  })
  expect((await daysOf('sheets')).map(([day, sum]) => [day, sum])).toEqual([
    ['2026-03-01', 1],
    ['2026-03-02', 5],
  ])
})

/** More than two batches of events, each of its own second of a few days. */
const MANY = 45_000
const many = (value: (at: number) => number) =>
  Array.from({ length: MANY }, (_, at) => {
    const time = new Date(Date.UTC(2026, 4, 1) + at * 10_000).toISOString()
    return `${time},${value(at)},user ${at % 7}`
  })

it.each([
  { onConflict: 'keep', stands: 'first' },
  { onConflict: 'replace', stands: 'second' },
] as const)(
  'lets the $stands value stand of events that come again batches later ($onConflict)',
  {
    timeout: 60_000,
  },
  async ({ onConflict }) => {
    const source = `batches ${onConflict}`
    const first = many((at) => at % 10)
    const again = first.filter((_, at) => at % 100 === 0)
    const other = many((at) => (at % 10) + 1).filter((_, at) => at % 100 === 50)

    const counts = await countsOf(source, [HEAD, ...first, ...again, ...other], { onConflict })

    expect(counts).toEqual({
      ...{ rows: MANY + 900, inserted: MANY, duplicates: 450, conflicts: 450, rejected: 0 },
    })
    const more = onConflict === 'replace' ? 450 : 0
    const days = await daysOf(source)
    expect(days.reduce((sum, [, ofDay]) => sum + Number(ofDay), 0)).toBe(MANY * 4.5 + more)
    const kept = await database.pool.query(DAYS, [source])
    expect(kept.rows).toEqual((await database.pool.query(DAYS_ANEW, [source])).rows)
  },
)

it.each([
  { what: 'with a bad row', last: '2026-06-01,many,a', ending: 'refused' },
  { what: 'that cannot be read to its end', last: '2026-06-01,1,a\0', ending: 'file.undecodable' },
])(
  'leaves nothing of a file $what after its first batch, which is being kept then',
  {
    timeout: 60_000,
  },
  async ({ last, ending }) => {
    for (const rows of [20_000, 20_999, 40_000]) {
      const lines = [HEAD, ...many(() => 1).slice(0, rows), last]
      const ended = await ingest(`left ${ending}`, lines).then(({ kind }) => kind, codeOf)
      expect(ended).toBe(ending)
    }
    expect(await leftovers()).toEqual({ events: 0, chunks: 0, rejections: 0, sources: 0 })
  },
)

/** What is kept of no upload. */
async function leftovers() {
  const { rows } = await database.pool.query(`
    select
      (select count(*)::integer from event where upload_id not in (select id from upload)) as events,
      (select count(*)::integer from upload_chunk
        where upload_id not in (select id from upload)) as chunks,
      (select count(*)::integer from event_rejection
        where upload_id not in (select id from upload)) as rejections,
      (select count(*)::integer from event_source where name like 'left %') as sources`)
  return rows[0]
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  throw error
}

const row = fc.record({
  minute: fc.integer({ min: 0, max: 6_000 }),
  value: fc.integer({ min: -3, max: 3 }),
  user: fc.constantFrom('a', 'b', ''),
})
const sent = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 12 }),
  onConflict: fc.constantFrom('keep' as const, 'replace' as const),
})

it('works the days out that are touched as it would all of them', {
  timeout: 120_000,
}, async () => {
  let sources = 0
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 4 }), async (deliveries) => {
      sources += 1
      const source = `property ${sources}`
      for (const { rows, onConflict } of deliveries) {
        const lines = rows.map(({ minute, value, user }) => {
          const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
          return `${at},${value},${user}`
        })
        await ingest(source, [HEAD, ...lines], { onConflict })
      }
      const kept = await database.pool.query(DAYS, [source])
      const anew = await database.pool.query(DAYS_ANEW, [source])
      expect(kept.rows).toEqual(anew.rows)
    }),
    { numRuns: 40 },
  )
})

const DAYS = `
  select d.day, d.sum, d.count, d.min, d.max, d.subjects
  from metric_day d
  join metric m on m.id = d.metric_id
  join event_source s on s.id = m.source_id
  where s.name = $1
  order by d.day`
const DAYS_ANEW = `
  select e.day, sum(e.value) as sum, count(*) as count, min(e.value) as min, max(e.value) as max,
    count(distinct e.subject) as subjects
  from event e
  join metric m on m.id = e.metric_id
  join event_source s on s.id = m.source_id
  where s.name = $1
  group by e.day
  order by e.day`
