import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyLine } from '../../db/copy-text.ts'
import type { AcceptedEvent, EventFault } from '../accept/event.ts'
import { EVENT_COLUMNS, eventLine, REJECTION_COLUMNS, rejectionLine } from './event-line.ts'

const EVENT: AcceptedEvent = {
  ...{ key: '00112233445566778899aabbccddeeff', source: 'pos', metric: 'sold' },
  ...{ at: '2026-01-31T05:00:00.5Z', day: '2026-01-31', value: '-2.50', subject: 'ana' },
  dimensions: { shop: 'north' },
}

describe('eventLine', () => {
  it('has the columns it says, in their order', () => {
    const line = eventLine(EVENT, { metricId: 3, uploadId: 9 })
    const cells = line.slice(0, -1).split('\t')
    expect(Object.fromEntries(EVENT_COLUMNS.map((name, at) => [name, cells[at]]))).toEqual({
      ...{ key: String.raw`\\x00112233445566778899aabbccddeeff`, metric_id: '3', upload_id: '9' },
      ...{ day: '2026-01-31', at: '2026-01-31T05:00:00.5Z', value: '-2.50', subject: 'ana' },
      dimensions: '{"shop":"north"}',
    })
    expect(line.endsWith('\n')).toBe(true)
  })

  it('tells nobody from a subject that is called as nobody is', () => {
    const under = { metricId: 3, uploadId: 9 }
    const nobody = eventLine({ ...EVENT, subject: null }, under)
    const called = eventLine({ ...EVENT, subject: '\\N' }, under)
    expect(nobody).toContain('\t\\N\t')
    expect(called).toContain('\t\\\\N\t')
  })

  it('is what a statement is given for the same values, whatever a subject and dimensions say', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\t', '\n', '\r', '\\', '"', 'é', '😀') })
    fc.assert(
      fc.property(text, fc.dictionary(text, text), (subject, dimensions) => {
        const event = { ...EVENT, subject, dimensions }
        const { key, day, at, value } = event
        const row = [Buffer.from(key, 'hex'), 3, day, at, value, subject, dimensions, 9]
        expect(eventLine(event, { metricId: 3, uploadId: 9 })).toBe(copyLine(row))
      }),
    )
  })
})

describe('rejectionLine', () => {
  it('has the columns it says, and all faults', () => {
    const fault: EventFault = {
      ...{ line: 7, column: 'va\tlue', cell: null, value: 'x\ny', code: 'row.bad-number' },
      reason: 'number-unknown',
    }
    const line = rejectionLine({ uploadId: 9, n: 2 }, 7, [fault, fault])
    expect(line).toBe(copyLine([9, 2, 7, JSON.stringify([fault, fault])]))
    expect(REJECTION_COLUMNS).toEqual(['upload_id', 'n', 'line', 'faults'])
  })
})
