import { LONGEST_HORIZON } from '../analytics/study/study-series.ts'
import { askedInRange, type NumberRange } from './asked-range.ts'
import type { Call } from './command.ts'

const HORIZON: NumberRange = { from: 1, to: LONGEST_HORIZON, isWhole: true }
/** Days looked ahead where nobody says. */
const USUAL = 30

/** How many days a person looks ahead. Throws `command.bad-argument`. */
export function askedHorizon({ option }: Pick<Call, 'option'>): number {
  const text = option('horizon')
  return text === null ? USUAL : askedInRange(text, '--horizon', HORIZON)
}
