import { hash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue } from '../parse/row-stream.ts'
import { MappingProfile } from '../profile/mapping-profile.ts'
import type { EventFault } from './event.ts'
import { wholeRowFault } from './placed-fault.ts'
import { joinedHeadings, rejectedHead, rejectedLine } from './rejected-file.ts'
import { rowReaders } from './row-reader.ts'

const words = ({ reason }: EventFault) => `<${reason}>.`
const readersFor = () =>
  rowReaders({
    ...{ format: 'csv', source: 'till', defaultMetric: null, profile: MappingProfile.parse({}) },
    hash: (text) => hash('sha256', text, 'hex'),
  })

/** The refused rows of a table as the file that is handed back. */
function refusedOf(columns: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  const read = readersFor().of({ columns, sheet: null })
  const lines = rows.flatMap((values, at) => {
    const found = read({ line: at + 2, values })
    if (found.kind === 'event') return []
    return [rejectedLine({ columns, values, faults: found.faults }, columns, words)]
  })
  return rejectedHead(columns) + lines.join('')
}

/** A delimited text as rows of texts, as it comes back. */
function tableOf(csv: string): string[][] {
  return parse(csv, { bom: true, relaxColumnCount: true })
}

describe('a file of refused rows', () => {
  it('holds the rows as they were delivered, and the reason beside each', () => {
    const rows = [
      ['2026-01-31', '1', 'is no part of it'],
      ['31/01/2026', 'x', 'North, "old"'],
      ['2026-01-31', ' 1,5 '],
    ]
    expect(refusedOf(['ts', 'Value', 'shop'], rows).split('\r\n')).toEqual([
      '\ufeffts,Value,shop,muster_reason',
      '31/01/2026,x,"North, ""old""",ts: <time-needs-format>. Value: <number-unknown>.',
      '2026-01-31," 1,5 ",,Value: <number-separators>.',
      '',
    ])
  })

  it('runs no cell, heading or reason as a formula, and leaves figures as they are', () => {
    const csv = refusedOf(['ts', 'value', '=A1'], [['-', '-5', '@SUM(A1)']])
    expect(tableOf(csv)).toEqual([
      ['ts', 'value', "'=A1", 'muster_reason'],
      ["'-", '-5', "'@SUM(A1)", 'ts: <time-unknown>.'],
    ])
    const ofHeading = refusedOf(['ts', 'value', '=A1'], [['2026-01-31', '1', 'a\0']])
    expect(tableOf(ofHeading)[1]?.at(-1)).toBe("'=A1: <text-not-keepable>.")
  })

  it('says of a row that could not be told into cells what stood there', () => {
    const fault = wholeRowFault({
      ...{ line: 3, code: 'row.too-many-cells', reason: 'more-cells-than-headings', raw: '1,2,3' },
    })
    const columns = ['ts', 'value']
    expect(rejectedLine({ columns, values: [], faults: [fault] }, columns, words)).toBe(
      ',,"<more-cells-than-headings>. 1,2,3"\r\n',
    )
  })

  it('has cells that no heading stands over behind the reason', () => {
    const csv = refusedOf(['ts', 'value'], [['2026-01-31', '1', '', 'x']])
    expect(tableOf(csv)[1]).toEqual(['2026-01-31', '1', '<too-many-cells>.', '', 'x'])
  })

  it('writes out what was typed', () => {
    const csv = refusedOf(['ts', 'value', 'open', 'gone'], [[1769846400, true, false, null]])
    expect(tableOf(csv)[1]).toEqual([
      ...['1769846400', 'true', 'false', '', 'value: <number-true-false>.'],
    ])
  })

  it('puts rows of other columns under the same headings', () => {
    const one = ['ts', 'value', '', 'a']
    const other = ['a', 'ts', 'value', '', '']
    const headings = joinedHeadings(one, other)
    expect(headings).toEqual(['ts', 'value', '', 'a', ''])
    expect(joinedHeadings(headings, one)).toBe(headings)
    const line = (columns: string[], values: string[]) =>
      rejectedLine({ columns, values, faults: [] }, headings, words)
    expect(line(one, ['t', 'v', 'n', 'a'])).toBe('t,v,n,a,,\r\n')
    expect(line(other, ['a', 't', 'v', 'm', 'n'])).toBe('t,v,m,a,n,\r\n')
  })
})

describe('a file of refused rows that is sent again', () => {
  const columns = ['ts', 'value', 'shop', '=odd']

  it('says once corrected what the rows would have said at first', () => {
    const bad = [['31/01/2026', '-5', '=North', "'=x"]]
    const [headings = [], row = []] = tableOf(refusedOf(columns, bad))
    const again = readersFor().of({ columns: headings, sheet: null })
    const first = readersFor().of({ columns, sheet: null })
    const corrected = again({ line: 2, values: row.with(0, '2026-01-31') })

    expect(corrected).toEqual(first({ line: 2, values: ['2026-01-31', '-5', '=North', "'=x"] }))
    expect(corrected).toMatchObject({
      event: { value: '-5', dimensions: { shop: '=North', '=odd': "'=x" } },
    })
  })

  it('may hold objects that had their own names for a thing, each in its row', () => {
    const headings = ['ts', 'value', 'date', 'shop', 'Shop', 'muster_reason']
    const read = readersFor().of({ columns: headings, sheet: null })
    const dayOf = (...values: string[]) => read({ line: 2, values })

    expect(dayOf('2026-01-31', '1', '', 'a', '')).toMatchObject({ event: { day: '2026-01-31' } })
    expect(dayOf('', '1', '2026-02-01', '', 'b')).toMatchObject({
      event: { day: '2026-02-01', dimensions: { shop: 'b' } },
    })
    expect(dayOf('2026-01-31', '1', '2026-02-01')).toMatchObject({
      faults: [{ column: 'date', reason: 'columns-unclear' }],
    })
    const lacking = () => readersFor().of({ columns: ['ts', 'muster_reason'], sheet: null })
    expect(lacking).toThrow(/columns\.missing/u)
  })

  it('is refused as before where it is not corrected, however often', () => {
    const cell = fc.string({ unit: fc.constantFrom("'", '=', '"', ',', '\n', '-', '1', 'a') })
    const row = fc.tuple(fc.constant('now'), cell, cell, cell).map((cells) => [...cells])
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const once = refusedOf(columns, rows)
        const [headings = [], ...back] = tableOf(once)
        expect(refusedOf(headings, back)).toBe(once)
      }),
    )
  })
})
