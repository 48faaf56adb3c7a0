import { describe, expect, it } from 'vitest'
import { fittingTableFile } from '../../sources/table-file.ts'
import { bookFileName, safeFileName } from './book-file-name.ts'

const STAMP = '2026-11-21 0630'

describe('safeFileName', () => {
  it.each([
    ['AR01 noviembre.xlsx', 'AR01 noviembre.xlsx'],
    ['Clasificación Ñ.csv', 'Clasificación Ñ.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ana\\AR01.xlsx', 'AR01.xlsx'],
    ['a\u0000b\u001b[31m.xlsx', 'a_b__31m.xlsx'],
    ['a\u202Excslx.exe', 'a_xcslx.exe'],
    ['*AR01?.xlsx', '_AR01_.xlsx'],
    ['.hidden.csv', 'hidden.csv'],
    ['~$AR01.xlsx', '__AR01.xlsx'],
    ['con.xlsx', '_con.xlsx'],
    ['...', 'upload'],
    ['', 'upload'],
    ['name. ', 'name'],
  ])('makes of %j %j', (sent, safe) => {
    expect(safeFileName(sent)).toBe(safe)
    expect(safeFileName(safe)).toBe(safe)
  })

  it('cuts a long name and leaves its ending', () => {
    expect(safeFileName(`${'ñ'.repeat(900)}.xlsx`)).toBe(`${'ñ'.repeat(120)}.xlsx`)
  })
})

describe('bookFileName', () => {
  it.each([
    ['*AR01*', 'AR01 nov.xlsx', 'xlsx', `AR01 nov ${STAMP}.xlsx`],
    ['*AR01*', 'libro.xlsx', 'xlsx', `AR01 ${STAMP}.xlsx`],
    ['*local*', 'rooms.csv', 'csv', `local ${STAMP}.csv`],
    ['AR01*.xlsx', 'libro.csv', 'xlsx', `AR01 ${STAMP}.xlsx`],
    ['AR01.xlsx', 'libro.xlsx', 'xlsx', 'AR01.xlsx'],
  ] as const)('for %s makes of %s that is %s %s', (pattern, sent, ending, name) => {
    expect(bookFileName({ pattern, sent, stamp: STAMP, ending })).toBe(name)
    expect(fittingTableFile(pattern)(name)).toBe(true)
  })

  it.each([
    ['a csv where only xlsx is looked for', 'AR01*.xlsx', 'csv'],
    ['a year nobody knows', 'AR01-????.xlsx', 'xlsx'],
  ] as const)('finds none for %s', (_why, pattern, ending) => {
    const order = { pattern, sent: 'libro.xlsx', stamp: STAMP, ending }
    const name = bookFileName(order)
    expect(name).toBeNull()
  })
})
