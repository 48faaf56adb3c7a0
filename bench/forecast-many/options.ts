import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface ForecastManyOptions {
  /** How many series are studied. */
  readonly series: number
  readonly threads: number
  /** Whether they are only studied on threads, without a database. */
  readonly inMemory: boolean
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
}

/** Reads `--series 10000`, and `--in-memory --threads 2`; throws what is wrong with them. */
export function readOptions(args: readonly string[]): ForecastManyOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      series: { type: 'string', default: '10000' },
      threads: { type: 'string' },
      'in-memory': { type: 'boolean', default: false },
      ...RESULT_OPTIONS,
    },
  })
  const inMemory = values['in-memory']
  if (!inMemory && values.threads !== undefined) {
    throw new Error('--threads goes with --in-memory: a study takes a thread for each processor')
  }
  return {
    inMemory,
    series: wholeNumber('--series', values.series, KINDS_ONCE),
    threads: wholeNumber('--threads', values.threads ?? '2', 1),
    keepIn: resultFolder(values),
  }
}

/** Fewer series than these would not show every kind. */
const KINDS_ONCE = 12
