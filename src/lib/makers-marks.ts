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
