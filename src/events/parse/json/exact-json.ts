/** More digits than a number can be trusted to keep. */
const LONG_NUMBER = /\d[\d.]{15}/u

type Revive = (key: string, value: unknown, context: { readonly source?: string }) => unknown

/** A JSON text as a value; undefined for what is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a number in a JSON text may have more digits than `parsedJson` keeps. */
export function hasLongNumber(text: string): boolean {
  return LONG_NUMBER.test(text)
}

/**
 * The same value, in which a number that lost digits is the text of all of them. For a text that was
 * parsed before and is not deep. @example withAllDigits('{"id":12345678901234567890}') // => { id: '12345678901234567890' }
 */
export function withAllDigits(text: string): unknown {
  const keep: Revive = (_, value, { source = '' }) =>
    typeof value === 'number' && LONG_NUMBER.test(source) && String(value) !== source
      ? source
      : value
  return JSON.parse(text, keep as Parameters<typeof JSON.parse>[1]) // the type does not know the source yet
}
