import { makeChance } from '../../demo/chance.ts'

/** What chooses the instants: equal ones give equal instants. */
export interface Draw {
  readonly seed: number
  readonly drill: string
  readonly kills: number
}

/** So many parts of a share; finer than any clock of ours. */
const PARTS = 1_000_000

/**
 * For each kill the share of the task's life at which it comes, 0 to 1: one at random in each of as many equal parts,
 * so that no part of it is left out, in an order of chance.
 */
export function instants({ seed, drill, kills }: Draw): number[] {
  const chance = makeChance(seed + textNumber(drill))
  const shares = Array.from(
    { length: kills },
    (_, at) => (at + chance.below(PARTS) / PARTS) / kills,
  )
  return chance.shuffled(shares)
}

function textNumber(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 0)
}
