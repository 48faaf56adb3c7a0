import { DAY_SECONDS } from './civil-time.ts'

/** The clock of a time zone. All times are seconds since 1970: of UTC, or of what the clock shows. */
export interface ZoneClock {
  /** How far the clock is ahead of UTC at an instant. */
  aheadAt(instant: number): number
  /**
   * The instant at which the clock shows a time. Shown twice, when clocks are set back: the first. Never
   * shown, when they are set forward: as if they were set a little later, so that 02:30 is 03:30.
   */
  instantOf(shown: number): number
}

/** What a clock does on a day of UTC: it is set once at most. */
interface ClockDay {
  /** When it is set; after the day where it is not. */
  readonly setAt: number
  readonly aheadBefore: number
  readonly aheadAfter: number
}

/** The clock of an IANA time zone. Asks for each day once and remembers it. */
export function zoneClock(zone: string): ZoneClock {
  const ask = clockReader(zone)
  const days = new Map<number, ClockDay>()
  let last: ClockDay = { setAt: 0, aheadBefore: 0, aheadAfter: 0 }
  let lastDay = Number.NaN
  const aheadAt = (instant: number): number => {
    const day = Math.floor(instant / DAY_SECONDS)
    if (day !== lastDay) {
      last = days.get(day) ?? clockDay(day * DAY_SECONDS, ask)
      days.set(day, last)
      lastDay = day
    }
    return instant < last.setAt ? last.aheadBefore : last.aheadAfter
  }
  return {
    aheadAt,
    instantOf(shown) {
      const before = aheadAt(shown - DAY_SECONDS)
      const after = aheadAt(shown + DAY_SECONDS)
      if (before === after || aheadAt(shown - before) === before) return shown - before
      return aheadAt(shown - after) === after ? shown - after : shown - before
    },
  }
}

/** Finds the second at which a clock is set on the day that begins at an instant. */
function clockDay(start: number, ask: (instant: number) => number): ClockDay {
  const [aheadBefore, aheadAfter] = [ask(start), ask(start + DAY_SECONDS)]
  let [before, setAt] = [start, start + DAY_SECONDS]
  while (aheadBefore !== aheadAfter && setAt - before > 1) {
    const middle = Math.floor((before + setAt) / 2)
    if (ask(middle) === aheadBefore) before = middle
    else setAt = middle
  }
  return { setAt, aheadBefore, aheadAfter }
}

/** Asks how far the clock of a zone is ahead of UTC; slow. */
function clockReader(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  return (instant) => {
    const shown =
      format
        .format(instant * 1_000)
        .match(/\d+/gu)
        ?.map(Number) ?? []
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = shown
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1_000 - instant
  }
}
