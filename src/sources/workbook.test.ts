import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDelivery } from '../../test/support/read-delivery.ts'
import { writeSheets } from '../../test/support/sheet-rows.ts'
import { connectTable } from './workbook.ts'

const temporary = mkdtempSync(join(tmpdir(), 'muster-table-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const anything = z.unknown()
const COLUMNS = [{ name: 'number', headings: ['Número'], required: true, isIdentifier: true }]

describe('connectTable', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(temporary, 'inbox-'))
  })

  function put(name: string, day: number, content = 'Número\n7\n') {
    writeFileSync(join(folder, name), content)
    utimesSync(join(folder, name), new Date(2026, 0, day), new Date(2026, 0, day))
  }

  const connect = (file = '*ar01*.csv', given: object = {}) =>
    connectTable({ settings: { folder, file, emptyWords: [], ...given }, columns: COLUMNS })

  it('opens the newest file that fits in any case, and names those it left aside', async () => {
    put('AR01 enero.csv', 1)
    put('ar01 febrero.CSV', 3)
    put('AR01 marzo.csv', 2)
    put('Otro.csv', 9)

    const connection = await connect()
    await connection.close()

    expect(connection.origin.name).toBe(join(folder, 'ar01 febrero.CSV'))
    expect(connection.notes()).toEqual([
      { code: 'other-files-ignored', place: join(folder, 'AR01 marzo.csv'), detail: '' },
      { code: 'other-files-ignored', place: join(folder, 'AR01 enero.csv'), detail: '' },
    ])
  })

  it('takes no half-written download and no printed copy for the workbook, however new', async () => {
    put('AR01.csv', 1)
    const others = ['.xlsx.part', '.crdownload', '.xlsx.tmp', '.pdf', '.csv~', '', '.xlsb.bak']
    for (const [at, ending] of others.entries()) put(`AR01${ending}`, 10 + at, '%PDF-1.7')

    for (const file of ['*AR01*', 'ar01*', '*AR01*.*', 'AR01.*', 'AR01?csv']) {
      const connection = await connect(file)
      await connection.close()

      expect([file, connection.origin.name]).toEqual([file, join(folder, 'AR01.csv')])
      expect(connection.notes()).toEqual([])
    }
  })

  it.each(['xlsx', 'XLSM', 'csv', 'TXT', 'tsv', 'Xls'])(
    'looks for a workbook in %s',
    async (ending) => {
      put(`AR01.${ending}`, 1)

      const connection = await connect('*AR01*')
      await connection.close()

      expect(connection.origin.name).toBe(join(folder, `AR01.${ending}`))
    },
  )

  it.each([
    ['*AR01*.dat', 'AR01.dat'],
    ['*.da?', 'AR01.dat'],
    ['AR01 de finanzas', 'ar01 de finanzas'],
  ])('takes any kind of file where %s names its ending, or all of its name', async (file, name) => {
    put(name, 2)
    put('AR01.csv', 1)

    const connection = await connect(file)
    await connection.close()

    expect(connection.origin.name).toBe(join(folder, name))
  })

  it('takes no lock file of an open workbook, no hidden file and no folder for a workbook', async () => {
    put('AR01.csv', 1)
    put('~$AR01.csv', 2)
    put('.AR01.csv', 3)
    mkdirSync(join(folder, 'AR01 viejos.csv'))

    const connection = await connect()
    await connection.close()

    expect(connection.origin.name).toBe(join(folder, 'AR01.csv'))
    expect(connection.notes()).toEqual([])
  })

  it('takes brackets, braces and exclamation marks in the name of the file as they stand', async () => {
    put('AR01 [2026] {1,2} !(a).csv', 1)
    put('AR01 2.csv', 2)

    const connection = await connect('ar01 [2026] {1,2} !(A).csv')
    await connection.close()

    expect(connection.origin.name).toBe(join(folder, 'AR01 [2026] {1,2} !(a).csv'))
    expect(connection.notes()).toEqual([])
  })

  it('says what the folder holds when nothing fits', async () => {
    put('b.txt', 1)
    put('a.txt', 2)

    await expect(connect()).rejects.toMatchObject({
      code: 'workbook.not-found',
      details: { file: join(folder, '*ar01*.csv'), inFolder: ['a.txt', 'b.txt'] },
    })
  })

  it('finds nothing in a folder that is not there', async () => {
    await expect(connect('*', { folder: join(folder, 'nowhere') })).rejects.toMatchObject({
      code: 'workbook.not-found',
      details: { inFolder: [] },
    })
  })

  it('reads a workbook for what it is, whatever its name says', async () => {
    put('AR01.xlsx', 1)

    const connection = await connect('*.xlsx')
    const { records } = await readDelivery({ record: anything }, connection)
    await connection.close()

    expect(records).toHaveLength(1)
  })

  it('starts its notes anew with each reading', async () => {
    put('AR01.csv', 1, 'Número\n \n7\n')
    const connection = await connect()

    for await (const _ of connection.rows()) break
    const { notes } = await readDelivery({ record: anything }, connection)
    await connection.close()

    expect(notes).toEqual([{ code: 'blank-rows', place: 'AR01!2', detail: '1' }])
  })

  it('notes that a workbook counts its days from 1904', async () => {
    await writeSheets(
      join(folder, 'AR01.xlsx'),
      { Hoja1: { 1: { A: 'Número' } } },
      { properties: '<workbookPr date1904="1"/>' },
    )

    const connection = await connect('*.xlsx')
    await connection.close()

    expect(connection.notes()).toMatchObject([{ code: 'date1904' }])
  })
})
