/** The last second of the year 9999: what lies beyond was not counted in seconds. */
export const LAST_SECOND = 253_402_300_799

/** An instant from seconds since 1970, fractions and all; null for 0 and less, which mean never. */
export function instantOf(seconds: number | null): Date | null {
  return seconds === null || seconds <= 0 ? null : new Date(Math.round(seconds * 1000))
}
