import type { Day } from '../../../src/lib/day.ts'
import { dayAt, dayNumber } from '../calendar.ts'

/** What befalls an organisation as a whole; `organisation` and `into` are codes of the list. */
export type Happening =
  | { readonly kind: 'joined'; readonly day: Day; readonly organisation: string }
  | {
      readonly kind: 'renamed-in-ninjaone'
      readonly day: Day
      readonly organisation: string
      readonly name: string
    }
  | {
      readonly kind: 'merged'
      readonly day: Day
      readonly organisation: string
      readonly into: string
      /** ThreatLocker's tenant is emptied later than NinjaOne's organisation. */
      readonly dayInThreatlocker: Day
    }

/** An organisation comes with all its machines, `share` of the size asked for; days after the first. */
export const JOINS = { organisation: 'RLA', after: 270, share: 0.05 } as const

export const RENAMES = {
  organisation: 'CBE',
  after: 330,
  ninjaone: 'Copperstone Property Partners',
} as const

export const MERGES = { organisation: 'JUN', into: 'KFR', after: 390, afterInEdr: 393 } as const

/** What befalls organisations between the first day and the last, both day numbers. */
export function happeningsBetween(first: number, last: number): Happening[] {
  const at = (after: number) => dayAt(first + after)
  const all: Happening[] = [
    { kind: 'joined', day: at(JOINS.after), organisation: JOINS.organisation },
    {
      kind: 'renamed-in-ninjaone',
      day: at(RENAMES.after),
      organisation: RENAMES.organisation,
      name: RENAMES.ninjaone,
    },
    {
      kind: 'merged',
      day: at(MERGES.after),
      organisation: MERGES.organisation,
      into: MERGES.into,
      dayInThreatlocker: at(MERGES.afterInEdr),
    },
  ]
  return all.filter(({ day }) => dayNumber(day) <= last)
}
