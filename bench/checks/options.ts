import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface ChecksOptions {
  /** Machines at the full size; a tenth of it is measured as well. */
  readonly devices: number
  /** How often both sides take each look at each size. */
  readonly rounds: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
  readonly databaseUrl: string | undefined
}

/** A tenth of it still has a place for everything that is planted. */
const FEWEST_DEVICES = 5_000

/** Reads `--devices 100000 --rounds 3`; throws what is wrong with them. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): ChecksOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      devices: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '3' },
      ...RESULT_OPTIONS,
    },
  })
  return {
    devices: wholeNumber('--devices', values.devices, FEWEST_DEVICES),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keepIn: resultFolder(values),
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}
