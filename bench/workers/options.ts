import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'

export interface WorkerOptions {
  /** Sources of figures: each is recounted once and studied once. */
  readonly sources: number
  /** Whether the result is kept in `bench/results`. */
  readonly keep: boolean
  readonly databaseUrl: string | undefined
}

/** Reads `--sources 20`; throws what is wrong with it. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): WorkerOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sources: { type: 'string', default: '20' },
      'no-result': { type: 'boolean', default: false },
    },
  })
  return {
    sources: wholeNumber('--sources', values.sources, 2),
    keep: !values['no-result'],
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}
