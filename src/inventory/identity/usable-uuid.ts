const CANONICAL = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const HEX_32 = /^[0-9a-f]{32}$/
const ALL_EQUAL = /^(..)(?:-|\1)*$/

/** What whole series of boards were shipped with. */
const BOARD_MAKERS: ReadonlySet<string> = new Set([
  '03000200-0400-0500-0006-000700080009',
  '00020003-0004-0005-0006-000700080009',
  '00010203-0405-0607-0809-0a0b0c0d0e0f',
  '03020100-0504-0706-0809-0a0b0c0d0e0f',
  '6ab5b300-538d-1014-9fb5-b0684d007b53',
  '12345678-1234-5678-90ab-cddeefaabbcc',
  '12345678-1234-1234-1234-123456789abc',
  'deadbeef-dead-beef-dead-beefdeadbeef',
])

/** A machine's UUID in lower case with hyphens; null when it is none, nil, or one that whole series share. */
export function usableUuid(uuid: string | null): string | null {
  if (uuid === null) return null
  const text = uuid.toLowerCase()
  const key = CANONICAL.test(text) ? text : canonicalForm(text)
  return key === null || ALL_EQUAL.test(key) || BOARD_MAKERS.has(key) ? null : key
}

function canonicalForm(text: string): string | null {
  const hex = text.replace(/[\s{}-]/g, '')
  if (!HEX_32.test(hex)) return null
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
