import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { read } from '@e965/xlsx'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { failureOf } from '../../../test/support/read-cells.ts'
import type { EventFault } from '../../events/accept/event.ts'
import type { RejectedRow } from '../../events/accept/rejected-file.ts'
import { eventFaultWords } from '../../language/event-words.ts'
import { writeWorkbook } from '../../workbook/write/write-workbook.ts'
import { giveBack, type RejectedFile } from './give-back.task.ts'

const root = await mkdtemp(join(tmpdir(), 'muster give back '))
afterAll(() => rm(root, { recursive: true }))
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'given '))
})

const FAULT: EventFault = {
  ...{ line: 3, column: 'value', cell: null, value: 'many', code: 'row.bad-number' },
  reason: 'number-unknown',
}
const ROW: RejectedRow = {
  ...{ columns: ['time', 'value'], values: ['2026-01-31', 'many'], faults: [FAULT] },
}

function fileOf(
  name: string,
  rows: readonly RejectedRow[],
  bytes: Uint8Array = Buffer.from(''),
): RejectedFile {
  return {
    name,
    async *rows() {
      yield* rows
    },
    async *content() {
      yield bytes
    },
  }
}

/** The lines of a file that was given back, without the mark before them. */
async function linesOf(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).replace('\ufeff', '').trimEnd().split('\r\n')
}

describe('giveBack', () => {
  it.each(['en', 'es'] as const)(
    'gives refused rows back with their reasons (%s)',
    async (lang) => {
      const given = await giveBack(fileOf('days.json', [ROW]), join(folder, 'new', 'one'), lang)

      const csv = join(folder, 'new', 'one', 'days.rejected.csv')
      expect(given).toEqual({ rows: 1, csv, marked: null })
      const [head, line = ''] = await linesOf(csv)
      expect(head).toBe('time,value,muster_reason')
      expect(line).toContain('2026-01-31,many,')
      expect(line).toContain(eventFaultWords('number-unknown')[lang].replaceAll('"', '""'))
    },
  )

  it('puts rows of other columns under the headings of all', async () => {
    const other = { ...ROW, columns: ['ts', 'value', 'shop'], values: ['now', '1', 'north'] }
    const { csv } = await giveBack(fileOf('days.json', [ROW, other]), folder, 'en')
    const lines = await linesOf(csv)
    expect(lines[0]).toBe('time,value,ts,shop,muster_reason')
    expect(lines[2]).toMatch(/^,1,now,north,/u)
  })

  it('writes over nothing that somebody may be correcting', async () => {
    const first = await giveBack(fileOf('days.csv', [ROW]), folder, 'en')
    await writeFile(first.csv, 'being corrected')
    const second = await giveBack(fileOf('days.csv', [ROW]), folder, 'en')
    const third = await giveBack(fileOf('days.json', [ROW]), folder, 'en')

    expect([second.csv, third.csv]).toEqual([
      join(folder, 'days (2).rejected.csv'),
      join(folder, 'days (3).rejected.csv'),
    ])
    expect(await readFile(first.csv, 'utf8')).toBe('being corrected')
    expect(await linesOf(second.csv)).toHaveLength(2)
  })

  it.each([
    { what: 'as it is', packed: (bytes: Uint8Array) => bytes },
    { what: 'with gzip around it', packed: (bytes: Uint8Array) => gzipSync(bytes) },
  ])('marks the cells of a workbook that was sent $what', async ({ packed }) => {
    const book = join(root, 'days.xlsx')
    const columns = [{ title: 'time' }, { title: 'value' }]
    await writeWorkbook(book, [{ name: 'Sales', columns, rows: [['2026-01-31', 'many']] }])
    const bytes = await readFile(book)
    const row = { ...ROW, faults: [{ ...FAULT, cell: 'Sales!B2' }] }

    const given = await giveBack(fileOf('days.xlsx', [row], packed(bytes)), folder, 'en')

    expect(given.marked).toBe(join(folder, 'days.marked.xlsx'))
    const marked = read(await readFile(given.marked ?? ''))
    expect(marked.SheetNames).toEqual(['Muster', 'Sales'])
    expect(marked.Sheets.Sales?.B2?.c?.[0]?.t).toBe(eventFaultWords('number-unknown').en)
    expect((await readdir(folder)).toSorted()).toEqual(['days.marked.xlsx', 'days.rejected.csv'])
  })

  it('leaves nothing behind where it fails amid its rows', async () => {
    const broken: RejectedFile = {
      ...fileOf('days.csv', [ROW]),
      async *rows() {
        yield ROW
        throw new Error('the file is gone')
      },
    }
    await expect(giveBack(broken, folder, 'en')).rejects.toThrow('the file is gone')

    let times = 0
    const later: RejectedFile = {
      ...broken,
      async *rows() {
        times += 1
        yield ROW
        if (times > 1) throw new Error('the file is gone')
      },
    }
    await expect(giveBack(later, folder, 'en')).rejects.toThrow('the file is gone')
    const row = { ...ROW, faults: [{ ...FAULT, cell: 'Sales!B2' }] }
    const noBook = fileOf('days.xlsx', [row], Buffer.from('no workbook'))
    expect((await failureOf(giveBack(noBook, folder, 'en'))).code).toMatch(/^workbook\./u)
    expect(await readdir(folder)).toEqual(['days.rejected.csv'])
  })

  it('says so where the folder is a file', async () => {
    const place = join(folder, 'days.csv')
    await writeFile(place, '')
    const failure = await failureOf(giveBack(fileOf('days.csv', [ROW]), place, 'en'))
    expect(failure.code).toBe('workbook.unwritable')
  })
})
