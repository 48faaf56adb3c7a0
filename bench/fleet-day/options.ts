import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'

export interface FleetDayOptions {
  /** Devices at the full size; a tenth and three tenths of it are measured as well. */
  readonly devices: number
  /** How often both sides run at each size. */
  readonly rounds: number
  /** Whether the result is kept in `bench/results`. */
  readonly keep: boolean
  readonly databaseUrl: string | undefined
}

/** Reads `--devices 100000 --rounds 3`; throws what is wrong with them. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): FleetDayOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      devices: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '3' },
      'no-result': { type: 'boolean', default: false },
    },
  })
  return {
    devices: wholeNumber('--devices', values.devices, 1_000),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keep: !values['no-result'],
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}
