/** The phrase of a code, or the code itself where we have none for it. */
export function worded(phrases: Readonly<Record<string, unknown>>, code: string): string {
  const phrase = Object.hasOwn(phrases, code) ? phrases[code] : undefined
  return typeof phrase === 'string' ? phrase : code
}
