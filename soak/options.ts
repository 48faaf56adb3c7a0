import { parseArgs } from 'node:util'

export interface SoakOptions {
  /** Simulated days, one night each. */
  readonly days: number
  /** Machines of the service provider's fleet on the first day; the office has three for every ten of them. */
  readonly devices: number
  readonly seed: number
  /** Whether the result of a whole run is kept in `soak/results`. */
  readonly keep: boolean
}

/** What a whole run has at least: only such a result is kept. */
const WHOLE = { days: 730, devices: 2_000 } as const

/** Reads `--days 730 --devices 2000 --seed 1 --no-result`; throws what is wrong with them. */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      days: { type: 'string', default: `${WHOLE.days}` },
      devices: { type: 'string', default: `${WHOLE.devices}` },
      seed: { type: 'string', default: '1' },
      'no-result': { type: 'boolean', default: false },
    },
  })
  const [days, devices] = [
    wholeNumber('--days', values.days, 1),
    wholeNumber('--devices', values.devices, 1),
  ]
  const isWhole = days >= WHOLE.days && devices >= WHOLE.devices
  const seed = wholeNumber('--seed', values.seed, 0)
  return { days, devices, seed, keep: isWhole && !values['no-result'] }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text)
  if (text !== '' && Number.isInteger(number) && number >= least) return number
  throw new RangeError(`${name} ${text}: must be a whole number, ${least} at least`)
}
