import { createHash, randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer as bytesOf } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { salesFile } from '../../../test/support/event-files.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import { failureOf } from '../../../test/support/read-cells.ts'
import { openKeyRing } from '../../db/key-ring.ts'
import { SILENT, type Tick } from '../../lib/progress.ts'
import { ingestFile } from '../ingest/ingest-file.task.ts'
import { ingestStore } from '../ingest/store.ts'
import { MappingProfile } from '../profile/mapping-profile.ts'
import { rawStore } from '../raw/store.ts'
import { type ReceivedFile, receiveFile, receiveStream } from './store.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster receive '))
afterAll(() => rm(folder, { recursive: true }))
const ring = await openKeyRing(join(folder, 'ring.json'))
const uploads = ingestStore(database)
const raw = rawStore(database, ring)
const NO_TICK: Tick = () => {}
let runId = 0

beforeAll(async () => {
  const { rows } = await database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version)
    values ('ingest', 'running', 'person', 'ana', 'pc', 1, '0') returning id`,
  )
  runId = rows[0].id
})

/** Some three megabytes of sales. */
const SALES = Buffer.from(salesFile({ rows: 50_000, days: 9, metrics: ['sold', 'visits'] }).text)

async function fileOf(name: string, content: Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** Bytes in pieces of a length that no block has. */
async function* piecesOf(bytes: Buffer, length = 77_777): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length)
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Takes a file in; gives its upload. */
async function take(source: string, received: ReceivedFile): Promise<number> {
  const context = { runId, actor: 'ana', database, uploads, ring, progress: SILENT }
  const order = {
    ...{ name: 'sales.csv', mediaType: null, source, profile: MappingProfile.parse({}) },
    ...({ defaultMetric: null, mode: 'strict', onConflict: 'keep' } as const),
  }
  const result = await ingestFile({ ...context, now: new Date('2026-11-21') }, order, received)
  if (result.kind !== 'taken') throw new Error(result.kind)
  return result.upload.id
}

/** Pipes bytes in; gives their upload. */
async function sent(source: string, bytes: Buffer): Promise<number> {
  const received = await receiveStream(piecesOf(bytes), ring, NO_TICK)
  try {
    return await take(source, received)
  } finally {
    await received.close()
  }
}

describe('receiveFile', () => {
  it('knows a file by its bytes, and reads it from its first byte each time', async () => {
    const ticks: [number, number | null][] = []
    const path = await fileOf('sales.csv', SALES)
    const received = await receiveFile(path, (done, total) => ticks.push([done, total]))

    expect(received.bytes).toBe(SALES.length)
    expect(received.hash.toString('hex')).toBe(sha256(SALES))
    for (const _time of [1, 2]) {
      expect(sha256(await bytesOf(received.content()))).toBe(sha256(SALES))
    }
    expect(ticks.at(-1)).toEqual([SALES.length, SALES.length])
  })

  it('receives a file with nothing in it', async () => {
    const received = await receiveFile(await fileOf('empty.csv', Buffer.alloc(0)), NO_TICK)
    expect(received.bytes).toBe(0)
    expect(await bytesOf(received.content())).toHaveLength(0)
  })

  it.each([
    { what: 'that is not there', path: () => join(folder, 'gone.csv') },
    { what: 'that is a folder', path: () => folder },
  ])('refuses one $what', async ({ path }) => {
    expect(await failureOf(receiveFile(path(), NO_TICK))).toMatchObject({
      ...{ code: 'file.not-found', details: { file: path() } },
    })
  })

  it('says so where a file is another by the time it is read, of which nothing is kept', async () => {
    const path = await fileOf('grows.csv', SALES)
    const received = await receiveFile(path, NO_TICK)
    await appendFile(path, '\n2026-06-01,sold,1,,,late')

    expect(await failureOf(take('grows', received))).toMatchObject({ code: 'file.changed' })
    const { rows } = await database.pool.query(
      "select from event_source where name = 'grows' union all select from event",
    )
    expect(rows).toEqual([])
  })
})

describe('receiveStream', () => {
  it('knows what is piped in by its bytes, and gives it back each time until it is closed', async () => {
    const ticks: [number, number | null][] = []
    const received = await receiveStream(piecesOf(SALES), ring, (...tick) => ticks.push(tick))

    expect(received.bytes).toBe(SALES.length)
    expect(received.hash.toString('hex')).toBe(sha256(SALES))
    for (const _time of [1, 2]) {
      expect(sha256(await bytesOf(received.content()))).toBe(sha256(SALES))
    }
    expect(ticks.at(-1)).toEqual([SALES.length, null])
    await received.close()
    await expect(bytesOf(received.content())).rejects.toThrow('closed')
  })

  it('receives nothing, and single bytes', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('time,value')]) {
      const received = await receiveStream(piecesOf(bytes, 1), ring, NO_TICK)
      expect(await bytesOf(received.content())).toEqual(bytes)
      await received.close()
    }
  })

  it('fails as its sender does', async () => {
    async function* broken() {
      yield SALES
      throw new Error('the line is dead')
    }
    await expect(receiveStream(broken(), ring, NO_TICK)).rejects.toThrow('the line is dead')
  })
})

describe('a file as it is kept', () => {
  it('is byte for byte the file that was sent, from a path and from a pipe', async () => {
    const fromPath = await receiveFile(await fileOf('kept.csv', SALES), NO_TICK)
    const fromPipe = await receiveStream(piecesOf(SALES), ring, NO_TICK)
    for (const [source, received] of Object.entries({ path: fromPath, pipe: fromPipe })) {
      const id = await take(source, received)
      const { rows } = await database.pool.query(
        'select count(*)::integer as pieces from upload_chunk where upload_id = $1',
        [id],
      )
      expect(rows[0].pieces).toBeGreaterThan(2)
      expect(sha256(await bytesOf(raw.read(id)))).toBe(sha256(SALES))
      await received.close()
    }
  })

  it.each([
    { what: 'packed', bytes: gzipSync(SALES) },
    {
      what: 'of several packed parts',
      bytes: Buffer.concat([gzipSync(SALES.subarray(0, 999)), gzipSync(SALES.subarray(999))]),
    },
    {
      what: 'with a mark and CR LF',
      bytes: Buffer.from('\ufefftime;value\r\n2026-01-31;7\r\n\r\n'),
    },
    { what: 'in UTF-16', bytes: Buffer.from('\ufefftime,value,shop\n2026-01-31,7,Ñ\n', 'utf16le') },
    {
      what: 'in Windows-1252',
      bytes: Buffer.from('time,value,shop\n2026-01-31,7,Ñandú\n', 'latin1'),
    },
    {
      what: 'of JSON with blanks behind it',
      bytes: Buffer.from('[{"ts":1767225600,"value":2}]\n \n'),
    },
  ])('is so too when it is $what', async ({ what, bytes }) => {
    expect(sha256(await bytesOf(raw.read(await sent(what, bytes))))).toBe(sha256(bytes))
  })

  it('is refused where a piece of it was exchanged', async () => {
    const noise = Buffer.from(`time,value,shop\n2026-01-31,7,${randomBytes(9).toString('hex')}\n`)
    const [one, other] = [await sent('seal 1', noise), await sent('seal 2', SALES)]
    await database.pool.query(
      `update upload_chunk c set sealed = o.sealed
      from upload_chunk o
      where c.upload_id = $1 and o.upload_id = $2 and c.n = 1 and o.n = 1`,
      [one, other],
    )
    expect(await failureOf(bytesOf(raw.read(one)))).toMatchObject({ code: 'keys.broken' })
  })
})
