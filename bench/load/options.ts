import { parseArgs } from 'node:util'
import { wholeNumber } from '../history/whole-number.ts'
import { RESULT_OPTIONS, resultFolder } from '../report/result-options.ts'

export interface LoadOptions {
  /** Machines in each of the two sources. */
  readonly devices: number
  readonly seconds: number
  /** Requests a second, over all routes. */
  readonly rate: number
  /** The folder the result is kept in; null for none. */
  readonly keepIn: string | null
  readonly databaseUrl: string | undefined
}

/** Reads `--devices 100000 --rate 200 --seconds 60`; throws what is wrong with them. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): LoadOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      devices: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: '60' },
      rate: { type: 'string', default: '200' },
      ...RESULT_OPTIONS,
    },
  })
  return {
    devices: wholeNumber('--devices', values.devices, 100),
    seconds: wholeNumber('--seconds', values.seconds, 5),
    rate: wholeNumber('--rate', values.rate, 20),
    keepIn: resultFolder(values),
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}
