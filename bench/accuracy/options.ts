import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface AccuracyOptions {
  /** One series in so many is measured, from the first on. */
  readonly every: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
}

/** Reads `--every 1`; throws what is wrong with it. */
export function readOptions(args: readonly string[]): AccuracyOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { every: { type: 'string', default: '1' }, ...RESULT_OPTIONS },
  })
  return { every: wholeNumber('--every', values.every, 1), keepIn: resultFolder(values) }
}
