import { addDays, type Day } from '../src/lib/day.ts'
import { makeChance } from './chance.ts'
import { dayNumber, isRestDay } from './fleet/calendar.ts'

/** What figures of the help desk there are, and up to when. */
export interface HelpdeskOrder {
  readonly seed: number
  /** The last day there are figures of. */
  readonly until: Day
  readonly days: number
}

/** Days before the last on which something is out of the ordinary. */
export const HELPDESK_SPIKE = 24
export const HELPDESK_SHIFT = 70

const HEAD = 'time,id,metric,value'
const TICKETS = { metric: 'tickets.opened', level: 46, atRest: 9, afterShift: 46, spike: 155 }
const CALLS = { metric: 'calls.answered', level: 120, atRest: 31, afterShift: 152, spike: 0 }

/**
 * A file of events of an invented help desk, by day: a weekly rhythm with holidays, a level that shifts for good, one
 * planted spike, one day that is not there, and three rows that are to be refused.
 */
export function helpdeskEvents({ seed, until, days }: HelpdeskOrder): string {
  const chance = makeChance(seed)
  const rows = [...Array(days).keys()].flatMap((at) => {
    const ago = days - 1 - at
    const day = addDays(until, -ago)
    const noise = () => chance.below(7) + chance.below(7) - 6
    return [TICKETS, CALLS].map(({ metric, level, atRest, afterShift, spike }) => {
      const usual = isRestDay(dayNumber(day)) ? atRest : ago < HELPDESK_SHIFT ? afterShift : level
      const value = Math.max(0, usual + noise() + (ago === HELPDESK_SPIKE ? spike : 0))
      return { ago, line: `${day}T17:00:00Z,${metric}-${day},${metric},${value}` }
    })
  })
  const kept = rows.filter(({ ago }) => ago !== MISSING_DAY).map(({ line }) => line)
  return `${[HEAD, ...kept, ...refusedRows(until)].join('\n')}\n`
}

/** Days before the last of which nothing was written down. */
const MISSING_DAY = 41

function refusedRows(day: Day): string[] {
  return [
    `yesterday,broken-1,${TICKETS.metric},44`,
    `${day}T17:00:00Z,broken-2,${TICKETS.metric},n/a`,
    `${day}T17:00:00Z,broken-3,${CALLS.metric},`,
  ]
}
