/** What a list says of its own size; null where it does not. */
export interface Totals {
  readonly items: number | null
  readonly pages: number | null
}

/** Members of an answer that have been seen to hold its rows. */
const ROW_MEMBERS = ['data', 'items', 'results'] as const

/** The rows of an answer, bare or in an envelope; an empty body is an empty list. Null when it is no list. */
export function rowsOf(body: unknown): readonly unknown[] | null {
  if (body === null) return []
  if (Array.isArray(body)) return body
  const held = ROW_MEMBERS.map((name) => member(body, name)).find(Array.isArray)
  return held ?? null
}

/** The totals, from where they are told best: one header of JSON, headers of their own, the rows. */
export function totalsOf(headers: Headers, rows: readonly unknown[]): Totals {
  const told = parsed(headers.get('pagination'))
  return {
    items:
      count(member(told, 'totalItems')) ?? count(headers.get('totalItems')) ?? totalRowsOf(rows),
    pages: count(member(told, 'totalPages')) ?? count(headers.get('totalPages')),
  }
}

function totalRowsOf(rows: readonly unknown[]): number | null {
  const told = rows.map((row) => count(member(row, 'totalRows'))).filter((n) => n !== null)
  return told.length === 0 ? null : told.reduce((most, n) => Math.max(most, n))
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null // a header nobody can read tells nothing
  }
}

function count(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null
}

function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}
