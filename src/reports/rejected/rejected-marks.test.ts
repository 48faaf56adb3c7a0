import { describe, expect, it } from 'vitest'
import type { EventFault } from '../../events/accept/event.ts'
import type { RejectedRow } from '../../events/accept/rejected-file.ts'
import { eventFaultWords } from '../../language/event-words.ts'
import { rejectedCells, rejectedSummary } from './rejected-marks.ts'

const FAULT: EventFault = {
  ...{ line: 17, column: 'value', cell: 'Sales!C17', value: 'many', code: 'row.bad-number' },
  reason: 'number-unknown',
}

function rowOf(...faults: EventFault[]): RejectedRow {
  return { columns: ['time', 'value'], values: ['2026-01-31', 'many'], faults }
}

describe('rejectedCells', () => {
  it('marks each cell that was refused, with the reason in the language asked for', () => {
    for (const language of ['en', 'es'] as const) {
      const comment = eventFaultWords('number-unknown')[language]
      const [cell] = rejectedCells(rowOf(FAULT), language)
      expect(cell).toEqual({ sheet: 'Sales', cell: 'C17', value: 'many', comment })
    }
  })

  it('marks several cells of a row, and knows a sheet by the last mark of its place', () => {
    const time: EventFault = { ...FAULT, cell: 'Now!2!A17', value: '', reason: 'time-blank' }
    const places = rejectedCells(rowOf(FAULT, time), 'en').map(({ sheet, cell }) => [sheet, cell])
    expect(places).toEqual([
      ['Sales', 'C17'],
      ['Now!2', 'A17'],
    ])
  })

  it('marks nothing in what is no workbook', () => {
    expect(rejectedCells(rowOf({ ...FAULT, cell: null }), 'en')).toEqual([])
  })
})

describe('rejectedSummary', () => {
  const cells = [
    { sheet: 'Sales', cell: 'A17', value: 'now', comment: 'Not a time.' },
    { sheet: 'Sales', cell: 'C17', value: '=1', comment: 'Not a number.' },
    { sheet: 'Sales', cell: 'C17', value: '=1', comment: 'Too long.' },
  ]

  it('lists every reason, and counts each cell once', () => {
    const { name, preamble, rows } = rejectedSummary('days.xlsx', cells, 'en')
    expect(name).toBe('Muster')
    expect(preamble?.[0]).toContain('days.xlsx')
    expect(preamble?.[1]).toMatch(/^2 cells /u)
    expect(rows).toEqual([
      ['Sales', 'A17', 'now', 'Not a time.'],
      ['Sales', 'C17', '=1', 'Not a number.'],
      ['Sales', 'C17', '=1', 'Too long.'],
    ])
  })

  it('has its headings in Spanish too', () => {
    const { columns, preamble } = rejectedSummary('days.xlsx', cells.slice(0, 1), 'es')
    expect(columns.map(({ title }) => title).slice(0, 2)).toEqual(['Hoja', 'Celda o fila'])
    expect(preamble?.[1]).toMatch(/^1 celda /u)
  })
})
