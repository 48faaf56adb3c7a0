import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import type { AcceptedEvent } from '../accept/event.ts'
import { beginUpload, ingestStore } from '../ingest/store.ts'
import { MappingProfile } from '../profile/mapping-profile.ts'
import type { ReadEventRow } from './row-gatherer.ts'
import { type Kept, openEventWriter } from './store.ts'

const database = await testDatabase()
const uploads = ingestStore(database)
let runId = 0

beforeAll(async () => {
  const { rows } = await database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version)
    values ('ingest', 'running', 'person', 'ana', 'pc', 1, '0') returning id`,
  )
  runId = rows[0].id
})

/** One row of a delivery: which event it is, what it says of it; a null value is a row that is refused. */
interface SentRow {
  readonly id: number
  readonly day: number
  readonly metric: string
  readonly user: string | null
  readonly value: string | null
}

interface Delivery {
  readonly rows: readonly SentRow[]
  readonly isReplacing: boolean
  /** Rows of a batch. */
  readonly batchRows: number
  /** Rows that are handed over at once. */
  readonly handed: number
}

type Counts = Pick<Kept, 'inserted' | 'duplicates' | 'conflicts' | 'rejected'>

const sentRow = fc.record({
  id: fc.integer({ min: 0, max: 7 }),
  day: fc.integer({ min: 1, max: 4 }),
  metric: fc.constantFrom('sales', 'visits'),
  user: fc.constantFrom('a', 'b', null),
  value: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('1', '2.5', '-3', '0.1') },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
})
const delivery: fc.Arbitrary<Delivery> = fc.record({
  rows: fc.array(sentRow, { maxLength: 24 }),
  isReplacing: fc.boolean(),
  batchRows: fc.integer({ min: 1, max: 9 }),
  handed: fc.integer({ min: 1, max: 5 }),
})

describe('openEventWriter', () => {
  it('keeps what a model in memory keeps, whatever the batches are', {
    timeout: 120_000,
  }, async () => {
    let sources = 0
    await fc.assert(
      fc.asyncProperty(fc.array(delivery, { minLength: 1, maxLength: 3 }), async (deliveries) => {
        sources += 1
        const source = `model ${sources}`
        const standing = new Map<number, SentRow>()
        for (const sent of deliveries) {
          const expected = takenInMemory(standing, sent)
          expect(await take(source, sent)).toEqual(expected)
          expect(await valuesOf(source)).toEqual(valuesIn(standing))
          expect(await rowsOf(KEPT_DAYS, source)).toEqual(await rowsOf(DAYS_ANEW, source))
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** What a delivery comes to where rows are looked at one by one, in their order. */
function takenInMemory(standing: Map<number, SentRow>, { rows, isReplacing }: Delivery): Counts {
  const counts = { inserted: 0, duplicates: 0, conflicts: 0, rejected: 0 }
  for (const row of rows) {
    const known = standing.get(row.id)
    if (row.value === null) counts.rejected += 1
    else if (!known) {
      counts.inserted += 1
      standing.set(row.id, row)
    } else if (known.value === row.value) counts.duplicates += 1
    else {
      counts.conflicts += 1
      if (isReplacing) standing.set(row.id, { ...known, value: row.value })
    }
  }
  return counts
}

function valuesIn(standing: ReadonlyMap<number, SentRow>) {
  return [...standing]
    .toSorted(([one], [other]) => one - other)
    .map(([, { metric, day, user, value }]) => ({ metric, day, user, value }))
}

/** Keeps a delivery in one transaction; its upload is there, as it must be. */
async function take(source: string, sent: Delivery): Promise<Counts> {
  const uploadId = await uploads.reserveId()
  const hash = createHash('sha256').update(`${source} ${uploadId}`).digest()
  return database.transaction(async (transaction) => {
    await beginUpload(transaction, {
      ...{ id: uploadId, runId, actor: 'ana', source, fileName: 'days.csv', bytes: 1 },
      ...{ fileHash: hash, readingHash: hash, profile: MappingProfile.parse({}) },
      ...{ mode: 'lenient', onConflict: sent.isReplacing ? 'replace' : 'keep' },
      nature: {
        ...{ format: 'csv', encoding: 'utf-8', delimiter: ',', isGzip: false, hiddenSheets: [] },
      },
    })
    const { isReplacing, batchRows } = sent
    const batch = { rows: batchRows, characters: 1_000_000 }
    const writer = await openEventWriter(transaction, { uploadId, isReplacing, batch })
    const rows = sent.rows.map((row, at) => readRow(source, row, at + 2))
    for (let from = 0; from < rows.length; from += sent.handed) {
      await writer.add(rows.slice(from, from + sent.handed))
    }
    const { inserted, duplicates, conflicts, rejected } = await writer.finish()
    return { inserted, duplicates, conflicts, rejected }
  })
}

function readRow(source: string, row: SentRow, line: number): ReadEventRow {
  if (row.value === null) {
    const fault = { column: 'value', cell: null, value: '', code: 'row.bad-number' } as const
    return { line, event: null, faults: [{ ...fault, line, reason: 'number-blank' }] }
  }
  const { id, day, metric, user, value } = row
  const event: AcceptedEvent = {
    key: createHash('sha256').update(`${source} ${id}`).digest('hex').slice(0, 32),
    ...{ source, metric, value, subject: user, dimensions: { id: `${id}` } },
    ...{ at: `2026-01-0${day}T08:00:00Z`, day: `2026-01-0${day}` },
  }
  return { line, event, faults: [] }
}

async function rowsOf(query: string, source: string): Promise<unknown[]> {
  return (await database.pool.query(query, [source])).rows
}

async function valuesOf(source: string): Promise<unknown[]> {
  return rowsOf(
    `select m.name as metric, extract(day from e.day)::integer as day, e.subject as user,
      e.value::text as value
    from event e
    join metric m on m.id = e.metric_id
    join event_source s on s.id = m.source_id
    where s.name = $1
    order by (e.dimensions ->> 'id')::integer`,
    source,
  )
}

const KEPT_DAYS = `
  select m.name, d.day, d.sum, d.count, d.min, d.max, d.subjects
  from metric_day d
  join metric m on m.id = d.metric_id
  join event_source s on s.id = m.source_id
  where s.name = $1
  order by m.name, d.day`
const DAYS_ANEW = `
  select m.name, e.day, sum(e.value) as sum, count(*) as count, min(e.value) as min,
    max(e.value) as max, count(distinct e.subject) as subjects
  from event e
  join metric m on m.id = e.metric_id
  join event_source s on s.id = m.source_id
  where s.name = $1
  group by m.name, e.day
  order by m.name, e.day`
