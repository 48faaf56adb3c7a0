import { type Aim, figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import type { MatchRound } from './round.ts'

/** All rounds with fleets of one size. */
export type MatchRounds = readonly MatchRound[]

/** What so many records are meant to take at most. */
export interface MatchTargets {
  readonly records: number
  readonly seconds: number
  readonly gibibytes: number
}

const COUNT = new Intl.NumberFormat('en')
const GIB = 1024 ** 3

/** All figures of the matching, which has no peer; `sizes` from the smallest on. */
export function matchingFigures(
  sizes: readonly MatchRounds[],
  targets: MatchTargets,
): KeptFigure[] {
  return sizes.flatMap((rounds) => {
    const records = rounds[0]?.records ?? 0
    const size = `${COUNT.format(records)} records`
    const aim = (value: number): Aim | null =>
      records < targets.records ? null : { of: 'Muster', bound: 'at most', value }
    const of = (figure: (round: MatchRound) => number) => ({ size, muster: rounds.map(figure) })
    return [
      figureOf({
        ...{ name: 'matching', unit: 's', aim: aim(targets.seconds) },
        ...of(({ seconds }) => seconds),
      }),
      figureOf({
        ...{ name: 'matching, of processors', unit: 's', aim: aim(targets.seconds) },
        ...of(({ processorSeconds }) => processorSeconds),
      }),
      figureOf({
        ...{ name: 'peak memory', unit: 'GiB', aim: aim(targets.gibibytes) },
        ...of(({ peakBytes }) => peakBytes / GIB),
      }),
    ]
  })
}
