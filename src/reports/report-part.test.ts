import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportData } from '../../test/support/report-data.ts'
import type { ListLine, ReportList } from './report-list.ts'
import { type ReportPart, splitReport } from './report-part.ts'

const LIST: ReportList = { name: 'Ambiguous', columns: [], lines: () => [] }
const OTHER: ReportList = { name: 'Protected_Tags', columns: [], lines: () => [] }

function whole(...lists: ListLine[][]): ReportPart {
  const filled = lists.map((lines, index) => ({
    list: index === 0 ? LIST : OTHER,
    lines,
    inAll: lines.length,
  }))
  return { data: reportData(), scope: null, lists: filled }
}

function line(municipality: string | null, cell = ''): ListLine {
  return { municipality, building: null, entry: null, cells: [cell] }
}

describe('splitReport', () => {
  it('gives each municipality its rows of every list and those of none a part at the end', () => {
    const parts = splitReport(
      whole([line('Baracoa', '1'), line(null, '2'), line(' Baracoa ', '3')], [line('Ñico', '4')]),
      'municipality',
    )
    expect(
      parts.map(({ scope, lists }) => [
        scope?.value,
        lists.map(({ lines }) => lines.map(({ cells }) => cells[0]).join('')),
      ]),
    ).toEqual([
      ['Baracoa', ['13', '']],
      ['Ñico', ['', '4']],
      [null, ['2', '']],
    ])
    expect(parts[0]?.lists.map(({ inAll }) => inAll)).toEqual([3, 1])
  })

  it('makes no part for unknown places where every place is known', () => {
    expect(splitReport(whole([line('Baracoa')]), 'municipality')).toHaveLength(1)
    expect(splitReport(whole([]), 'municipality')).toEqual([])
  })

  it('puts every row in exactly one part, whatever the places are called', () => {
    const place = fc.option(fc.constantFrom('a', 'A', ' a', '', ' ', 'ñ', 'n\u0303', '/', '..'))
    fc.assert(
      fc.property(fc.array(place), fc.array(place), (ones, others) => {
        const report = whole(
          ones.map((municipality, index) => line(municipality, `${index}`)),
          others.map((municipality, index) => line(municipality, `${index}`)),
        )
        const parts = splitReport(report, 'municipality')
        for (const [index, { lines }] of report.lists.entries()) {
          const gathered = parts.flatMap((part) => part.lists[index]?.lines ?? [])
          expect(gathered.toSorted(byCell)).toEqual(lines.toSorted(byCell))
        }
      }),
    )
  })
})

function byCell(one: ListLine, other: ListLine): number {
  return Number(one.cells[0]) - Number(other.cells[0])
}
