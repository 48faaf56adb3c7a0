import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface MatchingOptions {
  /** Records at the full size; a hundredth and a tenth of them are matched as well. */
  readonly records: number
  readonly rounds: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
}

/** Reads `--records 1000000 --rounds 3`; throws what is wrong with them. */
export function readOptions(args: readonly string[]): MatchingOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '3' },
      ...RESULT_OPTIONS,
    },
  })
  return {
    records: wholeNumber('--records', values.records, 10_000),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keepIn: resultFolder(values),
  }
}
