/** A way of writing dates, such as `DD/MM/YYYY HH:mm:ss`. */
export interface DateFormat {
  /** Fits a whole text. */
  readonly pattern: RegExp
  /** Which group of the pattern holds a unit; those are missing that the format does not name. */
  readonly groupOf: ReadonlyMap<DateUnit, number>
}

export type DateUnit =
  | 'year'
  /** Of two digits: 69-99 are of the last century, 00-68 of this one. */
  | 'short-year'
  | 'month'
  | 'day'
  | 'hour'
  /** From 1 to 12, before or after noon. */
  | 'half-day-hour'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'noon'

interface Token {
  readonly unit: DateUnit
  readonly group: string
  /** How many digits there are cannot be told without what comes after. */
  readonly isOpen?: boolean
}

const TOKENS: Readonly<Record<string, Token>> = {
  YYYY: { unit: 'year', group: String.raw`(\d{4})` },
  YY: { unit: 'short-year', group: String.raw`(\d{2})` },
  MM: { unit: 'month', group: String.raw`(\d{2})` },
  M: { unit: 'month', group: String.raw`(\d{1,2})`, isOpen: true },
  DD: { unit: 'day', group: String.raw`(\d{2})` },
  D: { unit: 'day', group: String.raw`(\d{1,2})`, isOpen: true },
  HH: { unit: 'hour', group: String.raw`(\d{2})` },
  H: { unit: 'hour', group: String.raw`(\d{1,2})`, isOpen: true },
  hh: { unit: 'half-day-hour', group: String.raw`(\d{2})` },
  h: { unit: 'half-day-hour', group: String.raw`(\d{1,2})`, isOpen: true },
  mm: { unit: 'minute', group: String.raw`(\d{2})` },
  ss: { unit: 'second', group: String.raw`(\d{2})` },
  SSS: { unit: 'fraction', group: String.raw`(\d{1,9})`, isOpen: true },
  A: { unit: 'noon', group: String.raw`([ap])\.?\s?m\.?` },
}
const PIECE = /YYYY|YY|MM?|DD?|HH?|hh?|mm|ss|SSS|A|[^\p{L}\p{N}]/guy

/** Each unit makes sense only beside one of these. */
const NEEDS: Partial<Record<DateUnit, readonly DateUnit[]>> = {
  minute: ['hour', 'half-day-hour'],
  second: ['minute'],
  fraction: ['second'],
  'half-day-hour': ['noon'],
  noon: ['half-day-hour'],
}

/**
 * Reads a format made of `YYYY YY MM M DD D HH H hh h mm ss SSS A` and signs between them; null where it
 * names no whole date, names a unit twice or leaves open where one number ends and the next begins.
 */
export function parseDateFormat(format: string): DateFormat | null {
  const pieces = piecesOf(format)
  if (pieces === null) return null
  const tokens = pieces.map((piece) => TOKENS[piece])
  const units = tokens.flatMap((token) => token?.unit ?? [])
  if (!isWhole(units) || isRunTogether(tokens)) return null
  const source = pieces.map((piece, at) => tokens[at]?.group ?? literal(piece)).join('')
  const groupOf = new Map(units.map((unit, at) => [unit, at + 1]))
  return { pattern: new RegExp(`^${source}$`, 'iu'), groupOf }
}

function piecesOf(format: string): string[] | null {
  const pieces = [...format.matchAll(PIECE)].map(([piece]) => piece)
  return pieces.join('') === format ? pieces : null
}

function isWhole(units: readonly DateUnit[]): boolean {
  const has = (unit: DateUnit) => units.includes(unit)
  if (new Set(units).size !== units.length) return false
  if (has('year') === has('short-year') || (has('hour') && has('half-day-hour'))) return false
  if (!has('month') || !has('day')) return false
  return units.every((unit) => NEEDS[unit]?.some(has) ?? true)
}

/** Two numbers with no sign between them, one of them of as many digits as it likes. */
function isRunTogether(tokens: readonly (Token | undefined)[]): boolean {
  return tokens.some((token, at) => {
    const next = tokens[at + 1]
    if (!token || !next || token.unit === 'noon' || next.unit === 'noon') return false
    return token.isOpen === true || next.isOpen === true
  })
}

/** Spaces of any width and number stand for one: spreadsheets put narrow ones before a. m. */
function literal(sign: string): string {
  return /\s/u.test(sign) ? String.raw`\s+` : sign.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`)
}
