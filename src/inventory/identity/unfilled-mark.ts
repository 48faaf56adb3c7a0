import { isUnfilledNumber } from '../../lib/makers-marks.ts'
import { foldWords } from '../../lib/text.ts'

/** True when a mark tells no machine from another: nothing was filled in, or one character over and over. */
export function isUnfilledMark(mark: string): boolean {
  if (isUnfilledNumber(mark)) return true
  const words = foldWords(mark)
  return /^(.)(?:\1| )*$/u.test(words) || words === ''
}
