import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface IngestOptions {
  /** Events in the file at the full size; a tenth of them is measured as well. */
  readonly rows: number
  /** How often all sides run at each size. */
  readonly rounds: number
  /** How large the file is that memory is measured with; 0 leaves that out. */
  readonly gigabytes: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
  readonly databaseUrl: string | undefined
}

/** A tenth of it still has several events on every day. */
const FEWEST_ROWS = 50_000

/** Reads `--rows 1000000 --rounds 3 --gigabytes 2 --database-url URL`; throws what is wrong with them. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): IngestOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '3' },
      gigabytes: { type: 'string', default: '0' },
      'database-url': { type: 'string' },
      ...RESULT_OPTIONS,
    },
  })
  return {
    rows: wholeNumber('--rows', values.rows, FEWEST_ROWS),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    gigabytes: wholeNumber('--gigabytes', values.gigabytes, 0),
    keepIn: resultFolder(values),
    databaseUrl: values['database-url'] || environment.DATABASE_URL || undefined,
  }
}
