import type { Concern } from './concern.ts'
import type { UntoldConcern } from './queries.ts'

/** What one channel is told at once: only what has changed since it was last told. */
export interface Digest {
  readonly begun: readonly ToldConcern[]
  readonly over: readonly ToldConcern[]
  /** How many stand by now, told before or not. */
  readonly standing: number
}

export interface ToldConcern extends Omit<UntoldConcern, 'details'> {
  readonly details: Concern['details']
}

/**
 * Puts what is untold into a digest. What was mended before anybody was told is told as over, with its span; of the
 * levels that a check reached the highest is told, of those it fell below the lowest.
 */
export function digestOf(untold: readonly UntoldConcern[], standing: number): Digest {
  const told = untold.map((each): ToldConcern => ({ ...each, details: detailsOf(each) }))
  const begun = told.filter(({ overAt }) => overAt === null)
  const over = told.filter(({ overAt }) => overAt !== null)
  return {
    begun: begun.filter((each) => !begun.some((other) => isSaidBy(each, other, 'higher'))),
    over: over.filter((each) => !over.some((other) => isSaidBy(each, other, 'lower'))),
    standing,
  }
}

/** As this program wrote them. */
function detailsOf({ details }: UntoldConcern): Concern['details'] {
  return details as Concern['details']
}

function isSaidBy(one: ToldConcern, other: ToldConcern, which: 'higher' | 'lower'): boolean {
  if (one === other || one.kind !== 'findings' || other.kind !== 'findings') return false
  const [less, more] =
    which === 'higher' ? [one.details, other.details] : [other.details, one.details]
  if (!('level' in less) || !('level' in more)) return false
  return less.check === more.check && less.level < more.level
}
