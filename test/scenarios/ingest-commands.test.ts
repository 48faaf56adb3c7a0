import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer as bytesOf } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openKeyRing } from '../../src/db/key-ring.ts'
import { rawStore } from '../../src/events/raw/store.ts'
import { makeEventDesk } from '../support/event-desk.ts'
import { salesFile } from '../support/event-files.ts'
import { testDatabase } from '../support/postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster ingest '))
afterAll(() => rm(folder, { recursive: true }))
const HEAD = 'time,value,metric,subject'

describe('muster ingest', async () => {
  const database = await testDatabase()
  const desk = await makeEventDesk({ folder: join(folder, 'one'), database })

  it('answers with the documented figures, and with the same file that it is the same', async () => {
    const lines = [
      ...[HEAD, '2026-01-02T10:00:00.5Z,2.50,sold,ana', '2026-01-01T08:00:00Z,1,visits,'],
      ...['2026-01-01T08:00:00Z,1,visits,', '2026-01-01T08:00:00Z,7,visits,', 'now,1,sold,'],
    ]
    const path = await desk.file('days.csv', lines.join('\n'))
    const args = ['ingest', path, '--source', 'pos', '--lenient'] as const

    const { code, answer } = await desk.muster(...args)

    expect(code).toBe(2)
    const [{ file, state, faults, givenBack, ...documented }] = answer.files
    expect([file, state, givenBack]).toEqual([path, 'taken', null])
    expect(faults).toMatchObject({ total: 1, rows: 1 })
    expect(faults.first).toEqual([
      {
        ...{ line: 6, column: 'time', cell: null, value: 'now' },
        ...{ code: 'row.bad-time', reason: 'time-unknown' },
      },
    ])
    expect(documented).toEqual({
      ...{ source: 'pos', upload_id: 1, rows: 5, inserted: 2, duplicates: 1, conflicts: 1 },
      ...{ rejected: 1, raw_events_inserted: 5, clean_events_inserted: 2 },
      ...{ metrics: ['sold', 'visits'], warnings: [] },
      ...{ min_ts: '2026-01-01T08:00:00.000Z', max_ts: '2026-01-02T10:00:00.500Z' },
    })
    expect((await desk.muster(...args)).answer.files).toMatchObject([
      {
        state: 'same',
        upload_id: 1,
        inserted: 0,
        raw_events_inserted: 0,
        clean_events_inserted: 0,
      },
    ])
    expect((await desk.muster('metrics', 'sold')).answer.series).toMatchObject([
      { days: [{ day: '2026-01-02', sum: '2.5', count: 1, subjects: 1 }] },
    ])
  })

  it('tells a person what came of each file, in their language', async () => {
    const good = await desk.file('good.csv', `${HEAD}\n2026-02-01,1,sold,\n2026-02-01,x,lost,`)
    const refused = await desk.spoken('ingest', good, '--source', 'told')
    expect(refused.code).toBe(1)
    expect(refused.out).toContain('REFUSED, nothing was written: 1 fault in 1 of 2 rows.')
    expect(refused.out).toMatch(/ line 3 +value +x +\S/u)

    const taken = await desk.spoken('--lang', 'es', 'ingest', good, '--source', 'told', '--lenient')
    expect(taken.code).toBe(2)
    expect(taken.out).toMatch(/U\d+: 2 filas: 1 nuevos, 1 rechazados/u)
    expect(taken.out).toMatch(/ línea 3 +value +x +\S/u)
  })

  it('takes several files, and begins with none where one of them is not there', async () => {
    const one = await desk.file('one.csv', `${HEAD}\n2026-03-01,1,several,`)
    const two = await desk.file('two.json', '{"ts":"2026-03-02","value":2,"name":"several"}')
    const gone = join(desk.folder, 'gone.csv')

    const failed = await desk.muster('ingest', one, gone, '--source', 'many')
    expect(failed).toMatchObject({
      ...{ code: 1, answer: { error: { code: 'file.not-found', details: { file: gone } } } },
    })
    const { code, answer } = await desk.muster('ingest', one, two, '--source', 'many')
    expect(code).toBe(0)
    expect(answer.files).toMatchObject([{ inserted: 1 }, { inserted: 1, metrics: ['several'] }])
  })

  it('takes nothing in where it could not give refused rows back', async () => {
    const file = await desk.file('back.csv', `${HEAD}\n2026-03-01,1,unseen,\nnow,1,unseen,`)
    const args = ['ingest', file, '--source', 'back', '--lenient', '--rejected', file]
    expect(await desk.muster(...args)).toMatchObject({
      ...{ code: 1, answer: { error: { code: 'workbook.unwritable', details: { file } } } },
    })
    expect((await desk.muster('uploads', '--source', 'back')).answer.total).toBe(0)
  })

  it('reads files of a source by the profile that was saved for it', async () => {
    const said = ['--column', 'Fecha=time,Importe=value', '--date-format', 'DD/MM/YYYY']
    const spanish = [...said, '--decimal-comma', '--thousands', '.', '--metric', 'ventas']
    const first = await desk.file('enero.csv', 'Fecha;Importe\n31/01/2026;1.234,5')
    await desk.muster('ingest', first, '--source', 'caja', ...spanish, '--save-profile', 'ana')
    const second = await desk.file('febrero.csv', 'Fecha;Importe\n01/02/2026;0,25')

    const { answer } = await desk.muster('ingest', second, '--source', 'caja', '--metric', 'ventas')

    expect(answer.files).toMatchObject([{ state: 'taken', metrics: ['ventas'] }])
    expect(await desk.daySums('ventas')).toEqual([
      ['2026-01-31', '1234.5'],
      ['2026-02-01', '0.25'],
    ])
  })

  it('gives the refused rows of two files of one name back beside each other', async () => {
    const place = join(desk.folder, 'back')
    const files = await Promise.all(
      ['north', 'south'].map(async (shop) => {
        const there = await makeEventDesk({ folder: join(folder, shop), database })
        return there.file('days.csv', `${HEAD}\nnow,1,sold,${shop}`)
      }),
    )
    const { answer } = await desk.muster(
      ...['ingest', ...files, '--source', 'shops', '--rejected', place],
    )
    const given = answer.files.map(({ givenBack }: { givenBack: { csv: string } }) => givenBack.csv)
    expect(await Promise.all(given.map((csv: string) => readFile(csv, 'utf8')))).toEqual([
      expect.stringContaining('now,1,sold,north,'),
      expect.stringContaining('now,1,sold,south,'),
    ])
  })
})

describe('what is piped into muster ingest', async () => {
  const database = await testDatabase()
  const desk = await makeEventDesk({ folder: join(folder, 'pipe'), database })
  const piped = (bytes: Buffer, ...options: string[]) => {
    const pieces = Array.from({ length: Math.ceil(bytes.length / 50_000) }, (_, at) =>
      bytes.subarray(at * 50_000, (at + 1) * 50_000),
    )
    const args = ['ingest', '-', '--source', 'pos', ...options]
    return desk.start(args, Readable.from(pieces)).ended
  }
  const sales = Buffer.from(salesFile({ rows: 30_000, days: 5, metrics: ['sold'] }).text)
  const ring = () => openKeyRing(desk.keyRing)
  const rawOf = async (id: number) => bytesOf(rawStore(database, await ring()).read(id))

  it('is taken in and kept byte for byte, several pieces of it', async () => {
    const { code, answer } = await piped(sales)
    expect(code).toBe(0)
    expect(answer.files).toMatchObject([{ file: 'stdin', inserted: 30_000, duplicates: 0 }])
    const { upload_id } = answer.files[0]
    expect((await rawOf(upload_id)).equals(sales)).toBe(true)
    expect((await desk.kept()).chunks).toBeGreaterThan(1)
  })

  it('may be packed: then its events are known, and the file is another', async () => {
    const packed = gzipSync(sales)
    const { code, answer } = await piped(packed)
    expect(code).toBe(0)
    expect(answer.files).toMatchObject([{ state: 'taken', inserted: 0, duplicates: 30_000 }])
    expect((await rawOf(answer.files[0].upload_id)).equals(packed)).toBe(true)
    expect((await piped(packed)).answer.files).toMatchObject([{ state: 'same' }])
    expect(await desk.wrongDays()).toEqual([])
  })

  it('gives its refused rows back, which go in once they are corrected', async () => {
    const bytes = Buffer.from(
      `${HEAD}\n2026-08-01,1,piped,\nsoon,2,piped,"a, b"\n2026-08-03,x,piped,`,
    )
    const place = join(desk.folder, 'back')
    const { code, answer } = await piped(bytes, '--lenient', '--rejected', place)

    expect(code).toBe(2)
    const csv = join(place, 'stdin.rejected.csv')
    expect(answer.files[0].givenBack).toEqual({ rows: 2, csv, marked: null })
    const given = await readFile(csv, 'utf8')
    const corrected = given.replace('soon', '2026-08-02').replace('2026-08-03,x', '2026-08-03,3')
    const sent = await piped(Buffer.from(corrected))
    expect(sent.answer.files).toMatchObject([{ rows: 2, inserted: 2, rejected: 0 }])
    expect((await desk.daySums('piped')).map(([, sum]) => sum)).toEqual(['1', '2', '3'])
  })

  it('is refused where nothing comes', async () => {
    expect(await piped(Buffer.alloc(0))).toMatchObject({
      ...{ code: 1, answer: { error: { code: 'file.empty', details: { file: 'stdin' } } } },
    })
  })
})

describe('an ingest that is stopped with Ctrl-C', async () => {
  const database = await testDatabase()
  const desk = await makeEventDesk({ folder: join(folder, 'stop'), database })
  const { text } = salesFile({ rows: 200_000, days: 20, metrics: ['sold', 'visits'] })

  it('leaves nothing of the file, is listed as interrupted, and a second goes in at once', {
    timeout: 120_000,
  }, async () => {
    const args = ['ingest', await desk.file('sales.csv', text), '--source', 'pos']
    for (const laterMs of [0, 60, 120, 250]) {
      const started = desk.start(args)
      while (!(await desk.isWriting())) await sleep(5)
      await sleep(laterMs)
      started.signal('SIGINT')
      expect(await started.ended).toMatchObject({
        ...{ code: 1, signal: null, answer: { error: { code: 'run.cancelled' } } },
      })
      await desk.quiet()
      expect(Object.values(await desk.kept())).toEqual(Array(8).fill(0))
    }
    const { items } = (await desk.muster('runs')).answer
    expect(items.map(({ task, state }: Record<string, string>) => [task, state])).toEqual(
      Array(4).fill(['ingest', 'interrupted']),
    )

    expect((await desk.muster(...args)).answer.files).toMatchObject([{ inserted: 200_000 }])
    expect(await desk.wrongDays()).toEqual([])
  })
})

describe('days of a person in Havana', async () => {
  const database = await testDatabase()
  const desk = await makeEventDesk({ folder: join(folder, 'zone'), database })
  const ingest = (file: string, metric: string) =>
    desk.muster(
      ...['ingest', file, '--source', 'havana', '--metric', metric],
      ...['--time-zone', 'America/Havana'],
    )

  it.each([
    { change: 'forward', from: '2026-03-07T05:00Z', hours: 71, days: ['7', '8', '9'], long: '23' },
    { change: 'back', from: '2026-10-31T04:00Z', hours: 73, days: ['31', '1', '2'], long: '25' },
  ])('have an hour more or less when clocks go $change', async ({ change, from, hours, ...of }) => {
    const start = Date.parse(from)
    const lines = Array.from({ length: hours }, (_, hour) => {
      return `${new Date(start + hour * 3_600_000).toISOString()},1`
    })
    const path = await desk.file(`${change}.csv`, ['time,value', ...lines].join('\n'))
    expect((await ingest(path, change)).answer.files).toMatchObject([{ inserted: hours }])

    const counted = await desk.daySums(change)
    expect(counted.map(([day, sum]) => [`${Number(day.slice(8))}`, sum])).toEqual([
      [of.days[0], '24'],
      [of.days[1], of.long],
      [of.days[2], '24'],
    ])
  })

  it('have every hour that a clock on the wall shows, and one that it shows twice once', async () => {
    const wall = (day: string) =>
      Array.from({ length: 24 }, (_, hour) => `${day} ${String(hour).padStart(2, '0')}:30,1`)
    const lines = ['2026-03-08', '2026-11-01', '2026-11-02'].flatMap(wall)
    const path = await desk.file('wall.csv', ['time,value', ...lines].join('\n'))

    const { answer } = await ingest(path, 'wall')

    // At 00:30 on 8 March the clock shows 01:30 already: these two rows are one event.
    expect(answer.files).toMatchObject([{ rows: 72, inserted: 71, duplicates: 1 }])
    expect(await desk.daySums('wall')).toEqual([
      ['2026-03-08', '23'],
      ['2026-11-01', '24'],
      ['2026-11-02', '24'],
    ])
  })
})
