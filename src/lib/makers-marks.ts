import { foldWords } from './text.ts'

/** What makers leave where a serial or a name should stand, without case and outer space. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['to be filled by o.e.m.', 'to be filled by oem', 'o.e.m.', 'oem', 'default string'],
  ...['system serial number', 'chassis serial number', 'serial number', 'serial', 'none'],
  ...[
    'n/a',
    'na',
    'null',
    'not specified',
    'not applicable',
    'not available',
    'unknown',
    'invalid',
  ],
  ...['empty', 'default', '123456789', '0123456789', '1234567890'],
])

/** True when a mark of a machine was never filled in, so that sharing it proves nothing. */
export function isMakersPlaceholder(mark: string): boolean {
  const word = mark.trim().toLowerCase()
  return PLACEHOLDERS.has(word) || /^([^\p{L}]|x)(?:[-. ]|\1)*$/u.test(word)
}

/** What stands where a serial or inventory number was never filled in, folded; no name is judged by it. */
const UNFILLED: ReadonlySet<string> = new Set([
  ...['to be filled by o e m', 'to be filled by oem', 'o e m', 'oem serial', 'oemserial'],
  ...['default string', 'system serial number', 'systemserialnumb', 'systemserialnumber'],
  ...['base board serial number', 'chassis serial number', 'chassis serial', 'serialnumber'],
  ...['system product name', 'system name', 'product name', 'null string', 'undefined', 'unknow'],
  ...['not specified', 'not applicable', 'not available', 'no asset tag', 'asset tag', 'standard'],
  ...['eval', 'sys 1234567890', 'mb 1234567890', 'sn 1234567890', 'sn 12345'],
])

/** True when words of a maker stand where a serial or inventory number should, however they are written. */
export function isUnfilledNumber(number: string): boolean {
  return isMakersPlaceholder(number) || UNFILLED.has(foldWords(number))
}
