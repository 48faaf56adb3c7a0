import { drawAt } from '../../history/fleet/draw.ts'
import type { Listing } from './listing.ts'

/** A night on which all sources are collected. */
export interface Night {
  /** Days since the first of the fleet. */
  readonly day: number
  /** Just before the sources are asked. */
  readonly at: Date
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** A machine in use was heard of within so many hours. */
const HEARD_WITHIN_HOURS = 20

/** When a source last heard of a machine: the longer ago, the longer it is silent there. */
export function contactOf({ machine, silentDays }: Listing, { day, at }: Night): Date {
  const hours = drawAt('contact', machine.place, day) % HEARD_WITHIN_HOURS
  return new Date(at.getTime() - silentDays * DAY_MS - hours * HOUR_MS)
}
