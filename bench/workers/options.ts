import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface WorkerOptions {
  /** Sources of figures: each is recounted once and studied once. */
  readonly sources: number
  /** How often each number of processes does them. */
  readonly rounds: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
  readonly databaseUrl: string | undefined
}

/** Reads `--sources 20 --rounds 3`; throws what is wrong with them. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): WorkerOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sources: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '3' },
      ...RESULT_OPTIONS,
    },
  })
  return {
    sources: wholeNumber('--sources', values.sources, 2),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keepIn: resultFolder(values),
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}
