import { parseArgs } from 'node:util'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'
import { wholeNumber } from './whole-number.ts'

export interface HistoryOptions {
  /** Machines in each of the two sources. */
  readonly devices: number
  /** Days that are kept as history and as daily rows. */
  readonly days: number
  /** Questions are asked once so many versions are kept; further days are collected up to there. */
  readonly versions: number
  readonly rounds: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
  readonly isExplained: boolean
  readonly databaseUrl: string | undefined
}

/** Reads `--devices 100000 --days 65 --rounds 1`; throws what is wrong with them. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): HistoryOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      devices: { type: 'string', default: '100000' },
      days: { type: 'string', default: '65' },
      versions: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '1' },
      explain: { type: 'boolean', default: false },
      ...RESULT_OPTIONS,
    },
  })
  return {
    devices: wholeNumber('--devices', values.devices, 100),
    days: wholeNumber('--days', values.days, 5),
    versions: wholeNumber('--versions', values.versions, 1),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keepIn: resultFolder(values),
    isExplained: values.explain,
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}
