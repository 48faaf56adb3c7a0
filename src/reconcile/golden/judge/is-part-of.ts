/**
 * Whether all that is expected stands in what is found: of a record its parts that are named, of a
 * list every item in its order, of anything else the very same.
 */
export function isPartOf(expected: unknown, found: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return false
    return expected.every((item, at) => isPartOf(item, found[at]))
  }
  if (!isRecord(expected)) return expected === found
  if (!isRecord(found)) return false
  return Object.entries(expected).every(([key, value]) => isPartOf(value, found[key]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
