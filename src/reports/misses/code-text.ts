/** A value as a file of cases writes it. @example codeText(['a', null]) // => '[a, null]' */
export function codeText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(codeText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.entries(value).map(([key, each]) => `${key}: ${codeText(each)}`)
  return `{ ${parts.join(', ')} }`
}
