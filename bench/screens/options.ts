import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface ScreensOptions {
  /** Machines in each of the two sources. */
  readonly devices: number
  /** How often each screen is opened, cold and warm each. */
  readonly rounds: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
  readonly databaseUrl: string | undefined
}

/** Reads `--devices 100000 --rounds 5`; throws what is wrong with them. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): ScreensOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      devices: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '5' },
      ...RESULT_OPTIONS,
    },
  })
  return {
    devices: wholeNumber('--devices', values.devices, 100),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keepIn: resultFolder(values),
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}
