import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface SarimaxOptions {
  /** How many series both sides fit, once complete and once with gaps. */
  readonly series: number
  readonly rounds: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
}

/** Reads `--series 20 --rounds 3`; throws what is wrong with them. */
export function readOptions(args: readonly string[]): SarimaxOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      series: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '3' },
      ...RESULT_OPTIONS,
    },
  })
  return {
    series: wholeNumber('--series', values.series, 1),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keepIn: resultFolder(values),
  }
}
