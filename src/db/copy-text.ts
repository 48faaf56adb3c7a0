const SPECIAL = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One row in the text format of COPY. */
export function copyLine(row: readonly unknown[]): string {
  return `${row.map(copyField).join('\t')}\n`
}

/** One value in the text format of COPY: as a statement's parameter would be understood. */
export function copyField(value: unknown): string {
  const text = valueText(value)
  return text === null ? '\\N' : text.replace(SPECIAL, escaped)
}

function escaped(special: string): string {
  return ESCAPES[special] ?? special
}

/** Text of a value as PostgreSQL reads it; null is no value. Objects are JSON, arrays are arrays. */
function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return instantText(value)
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return `{${value.map(elementText).join(',')}}`
  return JSON.stringify(value) ?? null
}

function elementText(element: unknown): string {
  if (Array.isArray(element)) return valueText(element) ?? ''
  const text = valueText(element)
  return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** Years of more than four digits carry a sign in ISO text, which PostgreSQL does not read. */
function instantText(instant: Date): string {
  const text = instant.toISOString()
  if (!/^[+-]/.test(text)) return text
  throw new RangeError(`the year of ${text} is out of range`)
}
