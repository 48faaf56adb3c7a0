import { expect, it } from 'vitest'
import { csvLines } from './fleet-csv.ts'
import { type Code, fleetTable } from './fleet-table.ts'

function csvOf(...rows: Code[][]): string {
  const table = fleetTable({
    name: 't',
    title: { en: 'T', es: 'T' },
    notes: [],
    rows,
    columns: [0, 1].map((at) => ({
      key: `k${at}`,
      title: { en: 'K', es: 'C' },
      code: (row: Code[]) => row[at] ?? null,
    })),
  })
  return [...csvLines(table)].join('')
}

it('begins with a byte order mark and the keys, and ends each line as RFC 4180 says', () => {
  expect(csvOf(['a', 1])).toBe('\ufeffk0,k1\r\na,1\r\n')
})

it('quotes what would break a line or a field, or lose blanks at its ends', () => {
  const [, ...lines] = csvOf(['a,b', 'a "b"'], ['a\r\nb', ' a']).split('\r\n')

  expect(lines.join('|')).toBe('"a,b","a ""b"""|"a|b"," a"|')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  'keeps the text %j from being run as a formula',
  (text) => {
    expect(csvOf([text, null])).toContain(`'${text}`)
  },
)

it('leaves numbers as numbers, also those below zero, and nothing as nothing', () => {
  expect(csvOf([-3, null])).toBe('\ufeffk0,k1\r\n-3,\r\n')
})

it('leaves text alone that has such a sign further in', () => {
  expect(csvOf(['a=b', 'x-1'])).toContain('\r\na=b,x-1\r\n')
})
