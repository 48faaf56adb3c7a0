import type { Day } from '../../src/lib/day.ts'
import { dayAt, isMonthEnd } from './calendar.ts'
import type { Vendor } from './organisations/organisations.ts'

/** A night on which a collection did not go as it should; the machines know nothing of it. */
export interface Mishap {
  readonly day: Day
  readonly source: Vendor
  readonly kind: MishapKind
}

/**
 * `no-answer`: the vendor failed at every try. `not-run`: nobody asked, for Muster was not running.
 * `empty-page`: one page in the middle of the list came without rows.
 */
export type MishapKind = 'no-answer' | 'not-run' | 'empty-page'

const NIGHTS_BEFORE_LAST = { noAnswer: [31, 30], emptyPage: 9 } as const

/** What goes wrong between the first day and the last, both day numbers, in order of days. */
export function mishapsBetween(first: number, last: number): Mishap[] {
  const { noAnswer, emptyPage } = NIGHTS_BEFORE_LAST
  const missed = lastButOneMonthEnd(last)
  const all: [number, Vendor, MishapKind][] = [
    [missed, 'ninjaone', 'not-run'],
    [missed, 'threatlocker', 'not-run'],
    ...noAnswer.map((ago): [number, Vendor, MishapKind] => [
      last - ago,
      'threatlocker',
      'no-answer',
    ]),
    [last - emptyPage, 'ninjaone', 'empty-page'],
  ]
  return all
    .filter(([number]) => number >= first)
    .toSorted(([one], [other]) => one - other)
    .map(([number, source, kind]) => ({ day: dayAt(number), source, kind }))
}

function lastButOneMonthEnd(last: number): number {
  const before = (number: number): number => (isMonthEnd(number) ? number : before(number - 1))
  return before(before(last) - 1)
}
