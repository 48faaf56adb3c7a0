import { trimSpace } from '../../lib/text.ts'
import { isUnfilledMark } from './unfilled-mark.ts'

/** Counted up from one, as samples and tools fill it in: `12345`, `0123456789`. */
const COUNTED_UP = /^0?12345(?:6(?:7(?:89?)?)?)?0*$/

/** A serial number as compared, in lower case; null when it tells no machine from another. */
export function usableSerial(serial: string | null): string | null {
  if (serial === null) return null
  const key = trimSpace(serial).toLowerCase()
  return COUNTED_UP.test(key) || isUnfilledMark(key) ? null : key
}
