import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AcceptedEvent, EventFault } from '../accept/event.ts'
import { placedLines, touchedDays } from './event-batch.ts'
import { metricBook } from './metric-book.ts'
import { type ReadEventRow, type RowGatherer, rowGatherer } from './row-gatherer.ts'

const FAULT: EventFault = {
  ...{ line: 3, column: 'value', cell: null, value: '', code: 'row.bad-number' },
  reason: 'number-blank',
}

function eventRow(line: number, changes: Partial<AcceptedEvent> = {}): ReadEventRow {
  const event: AcceptedEvent = {
    ...{ key: '00112233445566778899aabbccddeeff', source: 'pos', metric: 'sold', value: '1' },
    ...{ at: '2026-01-31T05:00:00Z', day: '2026-01-31', subject: null, dimensions: {}, ...changes },
  }
  return { line, event, faults: [] }
}

const refusedRow = (line: number): ReadEventRow => ({ line, event: null, faults: [FAULT] })

function filledBook() {
  const book = metricBook()
  book.add({ source: 'pos', metric: 'sold' }, 1)
  book.add({ source: 'web', metric: 'sold' }, 2)
  return book
}

/** Number, place, subject and value of each event that was gathered. */
function linesOf(gatherer: RowGatherer) {
  const lines = [...placedLines(gatherer.take())].join('').split('\n').slice(0, -1)
  return lines.map((line) => {
    const [n, place, , , , , value, subject] = line.split('\t')
    return [n, place, subject, value]
  })
}

describe('rowGatherer', () => {
  it('has gathered nothing in the beginning, and is not full', () => {
    const gatherer = rowGatherer(9, filledBook())
    expect(gatherer.isFull()).toBe(false)
    expect(gatherer.all()).toEqual({ events: 0, rejected: 0, firstAt: null, lastAt: null })
    expect(linesOf(gatherer)).toEqual([])
  })

  it('keeps events in their order behind their place in the file', () => {
    const gatherer = rowGatherer(9, filledBook())
    for (const line of [5, 2]) gatherer.add(eventRow(line, { subject: 'Zoë' }))
    expect(linesOf(gatherer)).toEqual([
      ['0', '5', 'Zoë', '1'],
      ['1', '2', 'Zoë', '1'],
    ])
  })

  it('keeps each behind its own place however many there are', () => {
    const gatherer = rowGatherer(9, filledBook())
    for (let at = 0; at < 3_000; at += 1) {
      gatherer.add(eventRow(9_000 - at, { subject: `${at} Zoë`, value: `${at}` }))
    }
    expect(linesOf(gatherer)).toEqual(
      Array.from({ length: 3_000 }, (_, at) => [`${at}`, `${9_000 - at}`, `${at} Zoë`, `${at}`]),
    )
  })

  it('names each day of each metric once', () => {
    const gatherer = rowGatherer(9, filledBook())
    gatherer.add(eventRow(2))
    gatherer.add(eventRow(3))
    gatherer.add(eventRow(4, { day: '2026-02-01' }))
    gatherer.add(eventRow(5, { source: 'web' }))
    expect(touchedDays(gatherer.take())).toEqual([
      { metricId: 1, day: '2026-01-31' },
      { metricId: 1, day: '2026-02-01' },
      { metricId: 2, day: '2026-01-31' },
    ])
  })

  it('numbers refused rows through the whole upload', () => {
    const gatherer = rowGatherer(9, filledBook())
    gatherer.add(refusedRow(3))
    const first = gatherer.take().rejections
    gatherer.add(refusedRow(8))
    const second = gatherer.take().rejections
    expect([first, second].flat().map((line) => line.split('\t').slice(0, 3))).toEqual([
      ['9', '1', '3'],
      ['9', '2', '8'],
    ])
  })

  it('refuses an event whose metric nobody numbered', () => {
    const gatherer = rowGatherer(9, filledBook())
    expect(() => gatherer.add(eventRow(2, { metric: 'lost' }))).toThrow('lost')
  })

  it.each([
    { what: 'rows', most: { rows: 2, characters: 1_000_000 } },
    { what: 'characters', most: { rows: 1_000, characters: 150 } },
  ])('is full with so many $what, refused or not, until they are taken', ({ most }) => {
    for (const row of [eventRow(2), refusedRow(2)]) {
      const gatherer = rowGatherer(9, filledBook(), most)
      gatherer.add(row)
      expect(gatherer.isFull()).toBe(false)
      gatherer.add(row)
      expect(gatherer.isFull()).toBe(true)
      gatherer.take()
      expect(gatherer.isFull()).toBe(false)
    }
  })

  it('loses no row and counts all, whenever batches are taken', () => {
    const rows = fc.array(fc.record({ isEvent: fc.boolean(), isTaken: fc.boolean() }))
    fc.assert(
      fc.property(rows, (sent) => {
        const gatherer = rowGatherer(9, filledBook())
        const batches = sent.flatMap(({ isEvent, isTaken }, at) => {
          gatherer.add(isEvent ? eventRow(at) : refusedRow(at))
          return isTaken ? [gatherer.take()] : []
        })
        batches.push(gatherer.take())
        const events = sent.flatMap(({ isEvent }, at) => (isEvent ? [at] : []))
        expect(batches.flatMap(({ places }) => places)).toEqual(events)
        const refused = sent.length - events.length
        expect(batches.flatMap(({ rejections }) => rejections)).toHaveLength(refused)
        expect(gatherer.all()).toMatchObject({ events: events.length, rejected: refused })
      }),
    )
  })
})
