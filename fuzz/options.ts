import { parseArgs } from 'node:util'

export interface FuzzOptions {
  /** Of all targets together; what each gets follows from its share. */
  readonly inputs: number
  readonly seed: number
  /** Names of the targets that run; null for all. */
  readonly only: readonly string[] | null
  /** A file of an input that is to be tried once more, instead of new ones. */
  readonly again: string | null
}

const QUICK_INPUTS = 6_000

/** Reads `--inputs 100000 --seed 7 --only workbooks,api --again FILE`; throws what is wrong with them. */
export function readOptions(args: readonly string[], usualSeed: number): FuzzOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      inputs: { type: 'string', default: String(QUICK_INPUTS) },
      seed: { type: 'string', default: String(usualSeed) },
      only: { type: 'string' },
      again: { type: 'string' },
    },
  })
  const only = values.only?.split(',') ?? null
  if (values.again !== undefined && only?.length !== 1) {
    throw new RangeError('--again FILE: say with --only which target it was found by')
  }
  return {
    inputs: wholeNumber('--inputs', values.inputs, 1),
    seed: wholeNumber('--seed', values.seed, 0),
    only,
    again: values.again ?? null,
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= least) return number
  throw new RangeError(`${name} ${text}: must be a whole number, ${least} at least`)
}
