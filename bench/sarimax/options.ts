import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'

export interface SarimaxOptions {
  /** How many series both sides fit, once complete and once with gaps. */
  readonly series: number
  readonly rounds: number
  /** Whether the result is kept in `bench/results`. */
  readonly keep: boolean
}

/** Reads `--series 20 --rounds 3`; throws what is wrong with them. */
export function readOptions(args: readonly string[]): SarimaxOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      series: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '3' },
      'no-result': { type: 'boolean', default: false },
    },
  })
  return {
    series: wholeNumber('--series', values.series, 1),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keep: !values['no-result'],
  }
}
