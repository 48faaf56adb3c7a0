import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** Changes at the full size; a tenth and three tenths of it are measured as well. */
  readonly rows: number
  /** How often both sides run at each size. */
  readonly rounds: number
  /** Whether the result is kept in `bench/results`. */
  readonly keep: boolean
  readonly databaseUrl: string | undefined
}

/** Smaller books have no room for every kind of row. */
const FEWEST_ROWS = 10_000

/** Reads `--rows 100000 --rounds 3`; throws what is wrong with them. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '3' },
      'no-result': { type: 'boolean', default: false },
    },
  })
  return {
    rows: wholeNumber('--rows', values.rows, FEWEST_ROWS),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keep: !values['no-result'],
    databaseUrl: environment.DATABASE_URL || undefined,
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least) return number
  throw new RangeError(`${name} ${text}: must be a whole number, ${least} at least`)
}
