import { type CivilTime, DAY_SECONDS, microseconds } from './civil-time.ts'

/**
 * Digits of a count since 1970 and what it counts, in powers of ten of a second. All three name the same
 * years, 1973 to 2286, and leave out 2024, 20240131 and the 14 digits of 20240131083000.
 */
const UNITS: readonly { readonly digits: readonly number[]; readonly power: number }[] = [
  { digits: [9, 10], power: 0 },
  { digits: [12, 13], power: 3 },
  { digits: [15, 16], power: 6 },
]
const COUNT = /^([1-9]\d*)(?:\.(\d+))?$/u
/** 202401310830 is rather a date than an hour of May 1976. */
const RUN_TOGETHER =
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/u

/** Reads seconds, milliseconds or microseconds since 1970, told apart by their magnitude; null for any other text. */
export function parseEpochTime(text: string): CivilTime | null {
  const [, count, decimals = ''] = COUNT.exec(text) ?? []
  const unit = UNITS.find(({ digits }) => digits.includes(count?.length ?? 0))
  if (count === undefined || unit === undefined || RUN_TOGETHER.test(count)) return null
  const point = count.length - unit.power
  const seconds = Number(count.slice(0, point))
  const day = Math.floor(seconds / DAY_SECONDS)
  return {
    day,
    second: seconds - day * DAY_SECONDS,
    fraction: microseconds(count.slice(point) + decimals),
    ahead: 0,
  }
}
