import { isRestDay } from '../calendar.ts'
import { type Dice, happens } from '../dice.ts'
import type { Vendor } from '../organisations/organisations.ts'
import type { UglyCaseCode } from '../ugly-cases.ts'
import type { Nature } from './nature.ts'

/** When a vendor heard of a machine last. */
export interface Contact {
  /** Counted from the first day of the fleet. */
  readonly day: number
  /** Since 1970, in quarters of a second. */
  readonly seconds: number
  /** True when it was heard of just before the lists were read, at 23:00 UTC. */
  readonly isOnline: boolean
}

export interface ContactRequest {
  readonly dice: Dice
  readonly vendor: Vendor
  /** Number of the fleet's first day. */
  readonly firstDay: number
  readonly today: number
  /** It was not there earlier; null when it came long before the first day. */
  readonly cameOn: number | null
  /** The last day it can have been in touch. */
  readonly until: number
}

/** Of the workstations, how many are switched on at all. */
const IN_TOUCH = { atWork: 0.93, atRest: 0.12 } as const
const LEFT_ON = 0.2
const LONGEST_ABSENCE = 30
const SECONDS_PER_DAY = 86_400
const AFTERNOON = 13 * 3600
const LATE_EVENING = 22 * 3600 + 50 * 60

const SILENT: Readonly<Record<Vendor, readonly UglyCaseCode[]>> = {
  ninjaone: ['silent-in-rmm', 'decommissioned'],
  threatlocker: ['silent-in-edr'],
}

/** When a vendor heard of a machine last: servers daily, workstations seldom on weekends and holidays. */
export function lastContact(nature: Nature, request: ContactRequest): Contact {
  const { dice, vendor, firstDay, today } = request
  const until = Math.min(request.until, silentFrom(nature, request))
  const isDesk = nature.build.class === 'workstation'
  const day = isDesk ? lastDayInTouch(nature, { ...request, until }) : until
  const roll = dice('contact-time', nature.machine, day * 2 + (vendor === 'ninjaone' ? 0 : 1))
  const isLate = !isDesk || happens(roll, LEFT_ON)
  const time = isLate ? LATE_EVENING + (roll % 560) : AFTERNOON + (roll % (9 * 3600))
  const seconds = (firstDay + day) * SECONDS_PER_DAY + time + (roll % 4) / 4
  return { day, seconds, isOnline: isLate && day === today }
}

function silentFrom({ machine, planted }: Nature, { dice, vendor }: ContactRequest): number {
  const isSilent = planted !== null && SILENT[vendor].includes(planted.code)
  return isSilent ? -20 - (dice('silence', machine) % 40) : Number.POSITIVE_INFINITY
}

function lastDayInTouch({ machine }: Nature, request: ContactRequest): number {
  const { dice, firstDay, cameOn, until } = request
  const longAgo = until - LONGEST_ABSENCE
  const earliest = Math.max(longAgo, cameOn ?? longAgo)
  for (let day = until; day > earliest; day -= 1) {
    const share = isRestDay(firstDay + day) ? IN_TOUCH.atRest : IN_TOUCH.atWork
    if (happens(dice('contact', machine, day), share)) return day
  }
  return earliest
}
