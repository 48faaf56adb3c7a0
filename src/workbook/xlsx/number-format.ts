/** What a number format makes of a number, as far as the value itself is concerned. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  /** A day, a moment, or a time of day. */
  | { readonly kind: 'date' }
  /** Hours counted past 24: `[h]:mm`. */
  | { readonly kind: 'duration' }
  /** Digits filled up with zeros: `000000` and the like; `pattern` is digit places and literal text. */
  | { readonly kind: 'padded'; readonly pattern: readonly PatternStep[] }

/** `#` and `0` are places for digits; anything else is shown as it is. */
export type PatternStep =
  | { readonly place: '0' | '#' }
  | { readonly literal: string; readonly place?: never }

const PLAIN: NumberFormat = { kind: 'plain' }
const DATE: NumberFormat = { kind: 'date' }
const DURATION: NumberFormat = { kind: 'duration' }
/** Quoted text, one escaped character, a fill, a space as wide as a character, or a bracket. */
const NO_CODE = /"[^"]*"?|\\.|\*.|_.|\[[^\]]*\]?/g
const STEP = /"([^"]*)"?|\\(.)|\*.|_.|\[[^\]]*\]?|(.)/gsu

/** The formats every workbook knows without listing them; the rest of them are plain. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 46) return DURATION
  const isDate =
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    id === 45 ||
    id === 47 ||
    (id >= 50 && id <= 58)
  return isDate ? DATE : PLAIN
}

/** What the code of a custom format means, by its first section. @example 'dd/mm/yyyy', '000000' */
export function parseNumberFormat(code: string): NumberFormat {
  const section = firstSection(code)
  if (/\[(h+|m+|s+)\]/i.test(section.replace(/"[^"]*"?|\\./g, ''))) return DURATION
  const bare = section.replace(NO_CODE, '').replace(/general|e[+-]/gi, '')
  if (/[ymdhs]/i.test(bare)) return DATE
  return paddedFormat(section)
}

/** A whole number as its padded format shows it, or null when that adds no zero. */
export function padWithZeros(digits: string, pattern: readonly PatternStep[]): string | null {
  const zeros = pattern.filter((step) => step.place === '0').length
  if (digits.length >= zeros || digits.startsWith('-')) return null
  let rest = digits.padStart(zeros, '0')
  let shown = ''
  for (const step of pattern.toReversed()) {
    shown = (step.place === undefined ? step.literal : rest.slice(-1)) + shown
    if (step.place !== undefined) rest = rest.slice(0, -1)
  }
  return rest + shown
}

function firstSection(code: string): string {
  const section = /^(?:"[^"]*"?|\\.|\[[^\]]*\]?|[^;])*/s.exec(code)
  return section?.[0] ?? ''
}

function paddedFormat(section: string): NumberFormat {
  if (/\[[<>=]/.test(section)) return PLAIN
  const pattern: PatternStep[] = []
  for (const [, quoted, escaped, plain] of section.matchAll(STEP)) {
    if (plain === '0' || plain === '#') pattern.push({ place: plain })
    else if (plain !== undefined && /[.,%?@eE/]/.test(plain)) return PLAIN
    else pattern.push({ literal: quoted ?? escaped ?? plain ?? '' })
  }
  const zeros = pattern.filter((step) => step.place === '0').length
  return zeros > 1 ? { kind: 'padded', pattern } : PLAIN
}
