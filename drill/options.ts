import { parseArgs } from 'node:util'

export interface DrillOptions {
  /** Names of drills; none for all. */
  readonly only: readonly string[]
  /** Kills at random instants, shared among the drills that kill so. */
  readonly kills: number
  readonly seed: number
  /** A small installation, few kills, each other fault once. */
  readonly isQuick: boolean
  /** Whether the result is kept in `drill/results`. */
  readonly keep: boolean
}

const KILLS = { whole: 200, quick: 8 }

/** Reads `--only kill-apply,disk-full --kills 200 --seed 1 --quick --keep`; throws what is wrong with them. */
export function readOptions(args: readonly string[], names: readonly string[]): DrillOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      kills: { type: 'string' },
      seed: { type: 'string', default: '1' },
      quick: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  })
  const only = values.only.split(',').filter(Boolean)
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new RangeError(`--only ${unknown}: must be of ${names.join(', ')}`)
  }
  const kills = values.kills ?? String(values.quick ? KILLS.quick : KILLS.whole)
  return {
    only,
    kills: wholeNumber('--kills', kills, 1),
    seed: wholeNumber('--seed', values.seed, 0),
    isQuick: values.quick,
    keep: values.keep,
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text)
  if (text !== '' && Number.isInteger(number) && number >= least) return number
  throw new RangeError(`${name} ${text}: must be a whole number, ${least} at least`)
}
