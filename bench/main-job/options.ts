import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface MainJobOptions {
  /** Changes at the full size; a tenth and three tenths of it are measured as well. */
  readonly rows: number
  /** How often both sides run at each size. */
  readonly rounds: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
  readonly databaseUrl: string | undefined
}

/** Smaller books have no room for every kind of row. */
const FEWEST_ROWS = 10_000

/** Reads `--rows 100000 --rounds 3`; throws what is wrong with them. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): MainJobOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '3' },
      ...RESULT_OPTIONS,
    },
  })
  return {
    rows: wholeNumber('--rows', values.rows, FEWEST_ROWS),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keepIn: resultFolder(values),
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}
