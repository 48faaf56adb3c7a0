const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/iu
/** How the vendor's platform writes a time that was never set. */
const NEVER = /^0001-/u

/** What a text says of when something happened; without a zone it is UTC. */
export type Instant = Date | 'never' | 'unreadable'

/** An instant as the portal writes it. @example instantOf('0001-01-01T00:00:00') // => 'never' */
export function instantOf(text: string): Instant {
  const [, zone] = INSTANT.exec(text) ?? []
  if (NEVER.test(text)) return 'never'
  const at = INSTANT.test(text) ? new Date(zone === undefined ? `${text}Z` : text) : null
  return at === null || Number.isNaN(at.getTime()) ? 'unreadable' : at
}
