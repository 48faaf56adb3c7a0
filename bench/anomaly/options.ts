import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface AnomalyOptions {
  /** Points at the full size; two years of days are measured as well. */
  readonly points: number
  /** How often both sides grow and score at each size. */
  readonly rounds: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
}

/** Two years of days. */
export const FEWEST_POINTS = 730

/** Reads `--points 100000 --rounds 5`; throws what is wrong with them. */
export function readOptions(args: readonly string[]): AnomalyOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      points: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '5' },
      ...RESULT_OPTIONS,
    },
  })
  return {
    points: wholeNumber('--points', values.points, FEWEST_POINTS),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keepIn: resultFolder(values),
  }
}
