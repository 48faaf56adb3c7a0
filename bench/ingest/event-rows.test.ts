import { describe, expect, it } from 'vitest'
import {
  csvLine,
  DAYS,
  dayText,
  decimal,
  eventRow,
  HEADER,
  METRICS,
  SUBJECTS,
} from './event-rows.ts'

const COUNT = 50_000
const ROWS = Array.from({ length: 2 * COUNT }, (_, number) => eventRow(number, COUNT))
const FIRST = ROWS.slice(0, COUNT)

describe('eventRow', () => {
  it('gives each event an id of its own', () => {
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(2 * COUNT)
    expect(ROWS[0]?.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u)
  })

  it('spreads events over all days, in the order of their times', () => {
    expect(new Set(FIRST.map(({ day }) => day)).size).toBe(DAYS)
    expect(FIRST.every(({ atMs }, at) => at === 0 || atMs >= (FIRST[at - 1]?.atMs ?? 0))).toBe(true)
    expect(dayText(FIRST.at(-1)?.day ?? 0)).toBe('2025-10-27')
  })

  it('names every metric and every subject about as often', () => {
    const share = FIRST.filter(({ metric }) => metric === 0).length / COUNT
    expect(share).toBeGreaterThan(0.95 / METRICS.length)
    expect(share).toBeLessThan(1.05 / METRICS.length)
    expect(new Set(FIRST.map(({ subject }) => subject)).size).toBe(SUBJECTS)
  })

  it('makes another event at the same time of a number beyond the count', () => {
    const [one, other] = [eventRow(7, COUNT), eventRow(COUNT + 7, COUNT)]

    expect(other.atMs).toBe(one.atMs)
    expect(other.id).not.toBe(one.id)
  })
})

describe('csvLine', () => {
  it('writes a cell for each heading', () => {
    const line = csvLine({ ...eventRow(0, COUNT), cents: 1205, metric: 2, subject: 9, site: 3 })

    expect(line.split(',')).toHaveLength(HEADER.split(',').length)
    expect(line).toMatch(/,2025-01-01T00:00:00\.000Z,visits,12\.05,user-9,site-3,\w+\n$/u)
  })
})

describe('decimal', () => {
  it('keeps the zeros of hundredths', () => {
    expect([5, 100, 99_999].map(decimal)).toEqual(['0.05', '1.00', '999.99'])
  })
})
