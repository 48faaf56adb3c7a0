import { trimSpace } from '../../lib/text.ts'
import { isUnfilledMark } from './unfilled-mark.ts'

/** An inventory number as compared, in lower case, its zeros and signs kept; null when it was never filled in. */
export function inventoryNumberKey(inventoryNumber: string | null): string | null {
  if (inventoryNumber === null) return null
  const key = trimSpace(inventoryNumber).toLowerCase()
  return isUnfilledMark(key) ? null : key
}
