const SEPARATORS = /[\s:.-]/gu
const TWELVE_DIGITS = /^[0-9a-f]{12}$/u

/** A MAC address in lower case with colons; null for what is none. @example macAddress('02-00-00-00-05-0A') // => '02:00:00:00:05:0a' */
export function macAddress(text: string): string | null {
  const digits = text.replace(SEPARATORS, '').toLowerCase()
  return TWELVE_DIGITS.test(digits) ? (digits.match(/../gu) ?? []).join(':') : null
}
