import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'

export interface ScreensOptions {
  /** Machines in each of the two sources. */
  readonly devices: number
  /** How often each screen is opened, cold and warm each. */
  readonly rounds: number
  /** Whether the result is kept in `bench/results`. */
  readonly keep: boolean
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
      'no-result': { type: 'boolean', default: false },
    },
  })
  return {
    devices: wholeNumber('--devices', values.devices, 100),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keep: !values['no-result'],
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}
