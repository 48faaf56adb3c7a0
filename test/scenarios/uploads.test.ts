import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { read } from '@e965/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../src/workbook/write/write-workbook.ts'
import { makeEventDesk } from '../support/event-desk.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'

const root = await mkdtemp(join(tmpdir(), 'muster uploads '))
afterAll(() => rm(root, { recursive: true }))
const HEAD = 'time,value,metric,subject,shop'

describe('muster uploads', async () => {
  const database = await testDatabase()
  const desk = await makeEventDesk({ folder: join(root, 'list'), database })

  it('says that nothing was taken in yet', async () => {
    expect((await desk.muster('uploads')).answer).toEqual({ items: [], total: 0 })
    expect((await desk.spoken('uploads')).out).toBe('No file of events was taken in yet.\n')
  })

  it('lists what was taken in, the newest first, of all sources or of one', async () => {
    for (const [at, source] of ['pos', 'web', 'pos'].entries()) {
      const path = await desk.file(`${at}.csv`, `${HEAD}\n2026-01-0${at + 1},1,sold,,`)
      await desk.muster('ingest', path, '--source', source)
    }
    const bad = await desk.file('bad.csv', `${HEAD}\nnow,1,sold,,`)
    expect((await desk.muster('ingest', bad, '--source', 'pos')).code).toBe(1)

    const { items, total } = (await desk.muster('uploads')).answer
    expect(total).toBe(3)
    expect(items.map(({ fileName }: { fileName: string }) => fileName)).toEqual([
      ...['2.csv', '1.csv', '0.csv'],
    ])
    const ofWeb = (await desk.muster('uploads', '--source', 'web')).answer
    expect(ofWeb).toMatchObject({ total: 1, items: [{ source: 'web', inserted: 1, rejected: 0 }] })
  })

  it('shows the newest fifty of more, and how to list them all', async () => {
    await database.pool.query(`
      insert into upload (run_id, source_id, file_name, file_hash, reading_hash, bytes, nature, profile,
        mode, on_conflict, rows, inserted, duplicates, conflicts, rejected, metrics, actor)
      select run_id, source_id, 'more ' || n, n::text::bytea, reading_hash, bytes, nature, profile, mode,
        on_conflict, rows, inserted, duplicates, conflicts, rejected, metrics, actor
      from upload, generate_series(1, 58) n
      where file_name = '1.csv'`)
    const { items, total } = (await desk.muster('uploads')).answer
    expect([items.length, total]).toEqual([50, 61])
    expect((await desk.muster('uploads', '--all')).answer.items).toHaveLength(61)
    const { out } = await desk.spoken('--lang', 'es', 'uploads')
    expect(out).toContain('muster uploads --all')
    expect(out).toContain('RECHAZADAS')
  })
})

describe('muster show of an upload', async () => {
  const database = await testDatabase()
  const desk = await makeEventDesk({ folder: join(root, 'show'), database })
  const folderOf = (name: string) => join(desk.folder, name)
  const lines = [
    ...[HEAD, '2026-01-01,1,sold,ana,north', '2026-01-01,5,sold,ana,north'],
    ...['now,2,sold,eva,"north, ""old"""', '2026-01-03,1 000,sold,eva,=SUM(A1)'],
    ...['2026-01-04,4,sold,,south,and more', '2026-01-05,,sold,,south'],
  ]
  const corrected = (text: string) =>
    text
      .replace('now,2', '2026-01-02,2')
      .replace('1 000', '1000')
      .replace(/,and more/u, '')
      .replace('2026-01-05,,', '2026-01-05,5,')
  let id = 0

  it('tells what was refused and where, and what came with another value', async () => {
    const path = await desk.file('days.csv', lines.join('\n'))
    const place = folderOf('at once')
    const sent = await desk.muster(
      ...['ingest', path, '--source', 'pos', '--lenient', '--rejected', place],
    )
    id = sent.answer.files[0].upload_id
    expect(sent.answer.files).toMatchObject([{ rows: 6, inserted: 1, conflicts: 1, rejected: 4 }])

    const { code, answer } = await desk.muster('show', `U${id}`)

    expect(code).toBe(0)
    expect(answer).toMatchObject({ id, source: 'pos', fileName: 'days.csv', givenBack: null })
    const places = answer.rejections.map(
      ({ line, faults }: { line: number; faults: { code: string }[] }) => [line, faults[0]?.code],
    )
    expect(places).toEqual([
      [4, 'row.bad-time'],
      [5, 'row.bad-number'],
      [6, 'row.too-many-cells'],
      [7, 'row.bad-number'],
    ])
    expect(answer.conflictsShown).toMatchObject([
      { line: 3, metric: 'sold', subject: 'ana', stood: '1', came: '5', isReplaced: false },
    ])
    const { out } = await desk.spoken('--lang', 'es', 'show', `U${id}`)
    expect(out).toMatch(/^U\d+ {2}pos {2}days\.csv /u)
    expect(out).toMatch(/ línea 4 +time +now +\S/u)
    expect(out).toMatch(/HABÍA +LLEGÓ +QUEDA\n.* 1 +5 +el primero/u)
  })

  it('gives the refused rows back later as it did at once, and they go in when corrected', async () => {
    const { code, answer } = await desk.muster('show', `U${id}`, '--rejected', folderOf('later'))

    expect(code).toBe(0)
    const csv = join(folderOf('later'), 'days.rejected.csv')
    expect(answer.givenBack).toEqual({ rows: 4, csv, marked: null })
    const text = await readFile(csv, 'utf8')
    expect(text).toBe(await readFile(join(folderOf('at once'), 'days.rejected.csv'), 'utf8'))
    expect(text).toContain("'=SUM(A1)")

    const path = await desk.file('corrected.csv', corrected(text))
    const again = await desk.muster('ingest', path, '--source', 'pos')

    expect(again).toMatchObject({ code: 0, answer: { files: [{ rows: 4, inserted: 4 }] } })
    const { rows } = await database.pool.query(
      "select dimensions ->> 'shop' as shop from event where value in (2, 1000) order by value",
    )
    expect(rows).toEqual([{ shop: 'north, "old"' }, { shop: '=SUM(A1)' }])
    expect(await desk.daySums('sold')).toEqual([
      ...[
        ['2026-01-01', '1'],
        ['2026-01-02', '2'],
        ['2026-01-03', '1000'],
      ],
      ...[
        ['2026-01-04', '4'],
        ['2026-01-05', '5'],
      ],
    ])
  })

  it('gives nothing back of an upload of which nothing was refused', async () => {
    const place = folderOf('none')
    const { answer } = await desk.muster('show', `U${id + 1}`, '--rejected', place)
    expect(answer.givenBack).toBe(null)
  })

  it('reads a file again by the profile and the metric it came with', async () => {
    const path = await desk.file('ventas.csv', 'Fecha;Importe\n31/01/2026;1.234,5\n02/30/2026;1,5')
    const said = ['--column', 'Fecha=time,Importe=value', '--date-format', 'DD/MM/YYYY']
    const how = [...said, '--decimal-comma', '--thousands', '.', '--metric', 'ventas', '--lenient']
    const sent = await desk.muster(
      ...['ingest', path, '--source', 'caja', ...how, '--rejected', folderOf('caja')],
    )
    const upload = `U${sent.answer.files[0].upload_id}`
    const { answer } = await desk.muster('show', upload, '--rejected', folderOf('caja later'))
    expect(await readFile(answer.givenBack.csv, 'utf8')).toBe(
      await readFile(sent.answer.files[0].givenBack.csv, 'utf8'),
    )
  })

  it('says so where there is no such upload', async () => {
    expect(await desk.muster('show', 'U999')).toMatchObject({
      ...{ code: 1, answer: { error: { code: 'upload.not-found', details: { upload: 'U999' } } } },
    })
  })
})

describe('a workbook of events that comes back', async () => {
  const database = await testDatabase()
  const desk = await makeEventDesk({ folder: join(root, 'book'), database })
  const columns = ['time', 'value', 'metric'].map((title) => ({ title }))

  async function workbook(name: string): Promise<string> {
    const file = join(desk.folder, name)
    await writeWorkbook(file, [
      {
        name: 'January',
        columns,
        rows: [
          ['2026-01-01', 1, 'sold'],
          ['now', 2, 'sold'],
        ],
      },
      {
        name: 'Sales & more',
        columns,
        rows: [
          ['2026-02-01', 'many', ''],
          ['2026-02-02', 4, 'sold'],
        ],
      },
    ])
    return file
  }

  it.each([
    { what: 'as it is', name: 'days.xlsx', stem: 'days', pack: (bytes: Buffer) => bytes },
    {
      what: 'packed',
      name: 'days.xlsx.gz',
      stem: 'days.xlsx',
      pack: (bytes: Buffer) => gzipSync(bytes),
    },
  ])(
    'has the refused cells marked, and nothing else changed ($what)',
    async ({ name, stem, pack }) => {
      const sent = await readFile(await workbook('book.xlsx'))
      const path = await desk.file(name, pack(sent))
      const place = join(desk.folder, `back ${stem}`)
      const { code, answer } = await desk.muster(
        ...['ingest', path, '--source', name, '--lenient', '--rejected', place],
      )

      expect([code, answer.error]).toEqual([2, undefined])
      expect(answer.files).toMatchObject([{ rows: 4, inserted: 2, rejected: 2 }])
      const { faults, givenBack } = answer.files[0]
      expect(faults.first.map(({ cell }: { cell: string }) => cell)).toEqual([
        ...['January!A3', 'Sales & more!B2', 'Sales & more!C2'],
      ])
      const marked = join(place, `${stem}.marked.xlsx`)
      expect(givenBack).toEqual({ rows: 2, csv: join(place, `${stem}.rejected.csv`), marked })

      const book = read(await readFile(marked))
      expect(book.SheetNames).toEqual(['Muster', 'January', 'Sales & more'])
      expect(commented(book.Sheets.January)).toEqual(['A3'])
      expect(commented(book.Sheets['Sales & more'])).toEqual(['B2', 'C2'])
      const original = join(desk.folder, 'book.xlsx')
      for (const sheet of [0, 1]) {
        const [was, is] = [await readRows(original, sheet), await readRows(marked, sheet + 1)]
        expect(rowTexts(is)).toEqual(rowTexts(was))
      }
      const summary = rowTexts(await readRows(marked, 0)).map(([, ...cells]) => cells.slice(0, 3))
      expect(summary.slice(-3)).toEqual([
        ['January', 'A3', 'now'],
        ['Sales & more', 'B2', 'many'],
        ['Sales & more', 'C2', ''],
      ])

      const later = join(desk.folder, `${stem} later`)
      const shown = await desk.muster('show', `U${answer.files[0].upload_id}`, '--rejected', later)
      const csvs = [givenBack.csv, shown.answer.givenBack.csv].map((file) => readFile(file, 'utf8'))
      const [atOnce, afterwards] = await Promise.all(csvs)
      expect(afterwards).toBe(atOnce)
      const again = read(await readFile(shown.answer.givenBack.marked))
      expect(commented(again.Sheets['Sales & more'])).toEqual(['B2', 'C2'])
    },
  )
})

/** The addresses of cells with a comment, sorted. */
function commented(sheet: Readonly<Record<string, unknown>> = {}): string[] {
  return Object.entries(sheet)
    .filter(([address, cell]) => !address.startsWith('!') && (cell as { c?: unknown[] }).c?.length)
    .map(([address]) => address)
    .toSorted()
}
