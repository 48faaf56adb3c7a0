import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryAfterMs, retryWait } from './retry-wait.ts'

const NOW = new Date('2026-11-21T03:00:00.400Z')

describe('retryAfterMs', () => {
  it.each([
    ['7', 7_000],
    [' 120 ', 120_000],
    ['1.5', 1_500],
    ['Sat, 21 Nov 2026 03:00:10 GMT', 9_600],
    ['Saturday, 21-Nov-26 03:00:10 GMT', 9_600],
    ['Sat Nov 21 03:00:10 2026', 9_600],
  ])('reads %s as %i ms', (header, wait) => {
    expect(retryAfterMs(header, NOW)).toBe(wait)
  })

  it.each([
    null,
    '',
    '0',
    '-5',
    'soon',
    '5 minutes',
    '1e3',
    '2026-11-21T03:00:10Z',
    'Sat, 21 Nov 2026 02:59:59 GMT',
    'Sat, 99 Nov 2026 03:00:10 GMT',
    '9'.repeat(400),
  ])('finds no wait in %s', (header) => {
    expect(retryAfterMs(header, NOW)).toBeNull()
  })

  it('gives a positive whole wait or none, whatever the header says', () => {
    const header = fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    )
    fc.assert(
      fc.property(header, (header) => {
        const wait = retryAfterMs(header, NOW)
        expect(wait === null || (Number.isInteger(wait) && wait > 0)).toBe(true)
      }),
    )
  })

  it('ends no earlier than a date asks for, and no second later', () => {
    const seconds = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(seconds, (seconds) => {
        const date = new Date(NOW.getTime() + seconds * 1_000)
        const wait = retryAfterMs(date.toUTCString(), NOW) ?? 0
        const secondOfDate = Math.floor(date.getTime() / 1_000)
        expect(Math.floor((NOW.getTime() + wait) / 1_000)).toBe(secondOfDate)
      }),
    )
  })
})

describe('retryWait', () => {
  const first = { retries: 0, waitedMs: 0, askedMs: null, random: 0.5 }

  it('doubles what chance is given, up to a minute', () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 6, 7, 40].map((retries) =>
      retryWait({ ...first, retries, random: 0.999999 }, 1e6),
    )
    expect(ceilings.map((wait) => Math.round((wait ?? 0) / 1_000))).toEqual([
      1, 2, 4, 8, 16, 32, 60, 60, 60,
    ])
  })

  it('waits as long as the service asks for, whatever chance says', () => {
    expect(retryWait({ ...first, askedMs: 42_000, random: 0.9 }, 300)).toBe(42_000)
  })

  it('gives up where the wait would go beyond the budget, and not at its edge', () => {
    expect(retryWait({ ...first, askedMs: 10_000, waitedMs: 290_000 }, 300)).toBe(10_000)
    expect(retryWait({ ...first, askedMs: 10_001, waitedMs: 290_000 }, 300)).toBeNull()
    expect(retryWait(first, 0)).toBeNull()
  })

  it('stays within the budget and ends after a few dozen tries, however chance falls', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    const chances = fc.infiniteStream(fc.oneof(random, fc.constant(0)))
    fc.assert(
      fc.property(chances, fc.integer({ min: 0, max: 900 }), (chances, retrySeconds) => {
        let [retries, waitedMs] = [0, 0]
        for (const random of chances) {
          const wait = retryWait({ retries, waitedMs, askedMs: null, random }, retrySeconds)
          if (wait === null) break
          const ceiling = Math.min(60_000, 1_000 * 2 ** retries)
          expect(wait).toBeGreaterThanOrEqual(ceiling / 10)
          expect(wait).toBeLessThanOrEqual(ceiling)
          retries += 1
          waitedMs += wait
        }
        expect(waitedMs).toBeLessThanOrEqual(retrySeconds * 1_000)
        expect(retries).toBeLessThanOrEqual(160)
      }),
    )
  })
})
