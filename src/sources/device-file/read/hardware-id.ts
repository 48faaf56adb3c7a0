const SEPARATORS = /[:.-]/gu
const TWELVE_DIGITS = /^[0-9a-f]{12}$/u
const UUID = /^\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/iu

/** A MAC address in lower case with colons; null for what is none. @example macAddress('02-00-00-00-05-0A') // => '02:00:00:00:05:0a' */
export function macAddress(text: string): string | null {
  const digits = text.replace(SEPARATORS, '').toLowerCase()
  return TWELVE_DIGITS.test(digits) ? (digits.match(/../gu) ?? []).join(':') : null
}

/** A UUID in lower case with hyphens; null for what is none. */
export function plainUuid(text: string): string | null {
  const [, ...groups] = UUID.exec(text) ?? []
  return groups.length === 0 ? null : groups.join('-').toLowerCase()
}
