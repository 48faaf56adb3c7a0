import type { KeptFigure, KeptSpread } from './kept-result.ts'

const LARGE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const SMALL = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })

/** A figure with three digits that count, or all before the point. @example shown(1234.5) // => '1,235' */
export function shown(value: number): string {
  return Math.abs(value) >= 100 ? LARGE.format(value) : SMALL.format(value)
}

/** The median, and behind it the ends where there are several rounds. */
export function shownSpread({ median, min, max, rounds }: KeptSpread): string {
  return rounds.length === 1 ? shown(median) : `${shown(median)} (${shown(min)}-${shown(max)})`
}

/** What was measured, in which unit, with how much. @example 'plan, s, 100,000 changes' */
export function figureWords({ name, unit, size }: KeptFigure): string {
  return [name, unit, size ?? ''].filter((word) => word !== '').join(', ')
}
