import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zoneClock } from './zone-clock.ts'

const ZONES = [
  ...['UTC', 'America/Havana', 'America/Sao_Paulo', 'America/St_Johns', 'Europe/Madrid'],
  ...['Africa/Casablanca', 'Asia/Kathmandu', 'Asia/Tehran', 'Australia/Lord_Howe', 'Pacific/Apia'],
]
const YEARS = [1974, 1986, 2011, 2018, 2026]
const [HOUR, DAY] = [3_600, 86_400]

/** What the clock of a zone shows at an instant, as Intl says; both in seconds since 1970. */
function shownBy(zone: string): (instant: number) => number {
  const known = new Map<number, number>()
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, dateStyle: 'short', timeStyle: 'medium' },
  })
  return (instant) => {
    const text = () => format.format(instant * 1_000).replace(' ', 'T')
    const shown = known.get(instant) ?? Date.parse(`${text()}Z`) / 1_000
    known.set(instant, shown)
    return shown
  }
}

/** Midnights of UTC after which a clock is set within a day. */
function changes(shown: (instant: number) => number): number[] {
  const aheadAt = (instant: number) => shown(instant) - instant
  const days = YEARS.flatMap((year) =>
    Array.from({ length: 367 }, (_, day) => Date.UTC(year, 0, day) / 1_000),
  )
  return days.filter((day) => aheadAt(day) !== aheadAt(day + DAY))
}

describe.each(ZONES)('the clock of %s', (zone) => {
  const clock = zoneClock(zone)
  const shown = shownBy(zone)
  const days = changes(shown)
  const quarters = (from: number, to: number) =>
    Array.from({ length: (to - from) / 900 }, (_, at) => from + at * 900)

  it('shows what Intl shows, at any second of the days it is set', () => {
    for (const day of days) {
      const instants = quarters(day, day + DAY).flatMap((each) => [each - 1, each, each + 1])
      expect(instants.map((each) => each + clock.aheadAt(each))).toEqual(instants.map(shown))
    }
  })

  it('finds the first instant that shows a time, or lets the clock before go on', () => {
    for (const day of days) {
      const instants = quarters(day - 2 * DAY, day + 3 * DAY)
      const times = quarters(day - 12 * HOUR, day + DAY + 12 * HOUR)
      const firstShowing = new Map(instants.toReversed().map((each) => [shown(each), each]))
      const expected = times.map((time) => {
        const before = instants.findLast((instant) => shown(instant) < time) ?? Number.NaN
        return firstShowing.get(time) ?? before + time - shown(before)
      })
      expect(times.map(clock.instantOf)).toEqual(expected)
    }
  })

  it('shows at any other time what Intl shows, and finds it again', () => {
    const from = Date.UTC(1900, 0, 2) / 1_000
    fc.assert(
      fc.property(fc.integer({ min: from, max: from + 300 * 365 * DAY }), (instant) => {
        const time = shown(instant)
        expect(instant + clock.aheadAt(instant)).toBe(time)
        expect(shown(clock.instantOf(time))).toBe(time)
        expect(clock.instantOf(time)).toBeLessThanOrEqual(instant)
      }),
      { numRuns: 300 },
    )
  })
})

it('meets clocks that are set, in all zones but those that never do', () => {
  const still = ZONES.filter((zone) => changes(shownBy(zone)).length === 0)
  expect(still).toEqual(['UTC'])
})
