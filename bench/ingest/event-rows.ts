/** An invented event. */
export interface EventRow {
  /** Looks random; no two events of a file share one. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly atMs: number
  /** Its place among `METRICS`. */
  readonly metric: number
  /** The day it is on, counted from the first. */
  readonly day: number
  /** Hundredths of its value. */
  readonly cents: number
  /** The number of its subject, below `SUBJECTS`. */
  readonly subject: number
  readonly site: number
  readonly channel: number
}

export const METRICS = ['orders', 'refunds', 'visits', 'basket_value', 'delivery_hours'] as const
export const DAYS = 300
export const SUBJECTS = 5_000
export const HEADER = 'id,timestamp,metric,value,subject,site,channel\n'

const SITES = 40
const CHANNELS = ['web', 'app', 'store', 'phone'] as const
const FIRST_DAY_MS = Date.UTC(2025, 0, 1)
const DAY_MS = 86_400_000
const MOST_CENTS = 100_000

/**
 * The event of a number, the same on every machine. Those of 0 to `count` - 1 lie in the order of their
 * times, evenly over all days; that of `count` + n is another at the time of the n-th.
 */
export function eventRow(number: number, count: number): EventRow {
  const passedMs = Math.floor(((number % count) / count) * DAYS * DAY_MS)
  const one = mixed(number, 0x9e3779b9)
  const two = mixed(number, 0x85ebca6b)
  return {
    id: idOf(number, one, two),
    atMs: FIRST_DAY_MS + passedMs,
    metric: one % METRICS.length,
    day: Math.floor(passedMs / DAY_MS),
    cents: 1 + (mixed(number, 0xc2b2ae35) % MOST_CENTS),
    subject: two % SUBJECTS,
    site: mixed(number, 0x27d4eb2f) % SITES,
    channel: mixed(number, 0x165667b1) % CHANNELS.length,
  }
}

/** A row as a line of the file. */
export function csvLine({ id, atMs, metric, cents, subject, site, channel }: EventRow): string {
  const at = new Date(atMs).toISOString()
  return `${id},${at},${METRICS[metric]},${decimal(cents)},user-${subject},site-${site},${CHANNELS[channel]}\n`
}

/** Hundredths as a decimal. @example decimal(1205) // => '12.05' */
export function decimal(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

/** A day by its number, as `2025-01-31`. */
export function dayText(day: number): string {
  return new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10)
}

/** In the shape of a UUID; its first eight digits alone tell all numbers below 2^32 apart. */
function idOf(number: number, one: number, two: number): string {
  const [first, rest] = [hex(mixed(number, 0)), hex(one) + hex(two) + hex(mixed(number, 1))]
  const parts = [rest.slice(0, 4), rest.slice(4, 8), rest.slice(8, 12), rest.slice(12)]
  return `${first}-${parts.join('-')}`
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}

/** The finalizer of MurmurHash3 over a number and a salt: one to one over 32 bits for each salt. */
function mixed(number: number, salt: number): number {
  let word = (number ^ salt) >>> 0
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return (word ^ (word >>> 16)) >>> 0
}
