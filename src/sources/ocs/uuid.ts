/** Placeholders of board makers, found in many computers at once: they say nothing of any one. */
const JUNK_UUIDS = new Set([
  '03000200040005000006000700080009',
  '00020003000400050006000700080009',
  '123456781234567890abcddeefaabbcc',
  '12345678123412341234123456789012',
  '00112233445566778899aabbccddeeff',
])

/**
 * A UUID as compared: lower-case hexadecimal digits alone. Null when the text is none, or one that
 * identifies nothing (the same digits over and over, or a placeholder).
 */
export function comparableUuid(text: string | null): string | null {
  const digits = (text ?? '').replace(/[\s{}-]/g, '').toLowerCase()
  if (!/^[0-9a-f]{32}$/.test(digits)) return null
  if (/^(..?)\1+$/.test(digits) || JUNK_UUIDS.has(digits)) return null
  return digits
}
