import { makeChance } from '../../demo/chance.ts'
import { addDays, type Day, monthStart } from '../../src/lib/day.ts'

/**
 * What goes wrong on a day. `no-answer`: ThreatLocker fails at every call; `empty-page`: the first page of NinjaOne's devices
 * comes without rows, once; `not-run`: Muster is not up.
 */
export type BadNight = 'no-answer' | 'empty-page' | 'not-run'

/** Days of a month on which something may go wrong, its end left alone. */
const FIRST = 2
const COUNT = 26
/** In one month of so many Muster is not up on the last day, so that another day ends the month. */
const MONTHS_PER_MISSED_END = 6

/** What goes wrong on a day, each thing once a month; null on a good day. */
export function badNightOf(day: Day, seed: number): BadNight | null {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const count = year * 12 + month
  const isEndMissed = count % MONTHS_PER_MISSED_END === 0
  const isEnd = monthStart(addDays(day, 1)) !== monthStart(day)
  if (isEnd) return isEndMissed ? 'not-run' : null
  const days = Array.from({ length: COUNT }, (_, at) => FIRST + at)
  const [noAnswer, emptyPage, notRun] = makeChance(seed * 10_007 + count).shuffled(days)
  const at = Number(day.slice(8))
  if (at === noAnswer) return 'no-answer'
  if (at === emptyPage) return 'empty-page'
  return at === notRun && !isEndMissed ? 'not-run' : null
}
