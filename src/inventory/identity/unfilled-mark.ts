import { isMakersPlaceholder } from '../../lib/makers-marks.ts'
import { foldWords } from '../../lib/text.ts'

/** What stands where a mark was never filled in, folded; beside the words of `makers-marks.ts`. */
const UNFILLED: ReadonlySet<string> = new Set([
  ...['to be filled by o e m', 'to be filled by oem', 'o e m', 'oem serial', 'oemserial'],
  ...['default string', 'system serial number', 'systemserialnumb', 'systemserialnumber'],
  ...['base board serial number', 'chassis serial number', 'chassis serial', 'serialnumber'],
  ...['system product name', 'system name', 'product name', 'null string', 'undefined', 'unknow'],
  ...['not specified', 'not applicable', 'not available', 'no asset tag', 'asset tag', 'standard'],
  ...['eval', 'sys 1234567890', 'mb 1234567890', 'sn 1234567890', 'sn 12345'],
])

/** True when a mark tells no machine from another: a placeholder, or one character over and over. */
export function isUnfilledMark(mark: string): boolean {
  if (isMakersPlaceholder(mark)) return true
  const words = foldWords(mark)
  return UNFILLED.has(words) || /^(.)(?:\1| )*$/u.test(words) || words === ''
}
