import { type Aim, figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import type { ForestRound, ForestSide } from './round.ts'
import type { ForestTimes } from './sides.ts'

/** All rounds with points of one number. */
export interface ForestSize {
  readonly points: number
  readonly planted: number
  readonly rounds: readonly ForestRound[]
}

/** What is meant to hold at each size. */
export interface ForestTargets {
  /** The time of Muster over that of the peer, at most. */
  readonly ratio: number
  /** By how much the ranking qualities may differ. */
  readonly quality: number
}

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2
const PEER = 'scikit-learn'

interface Compared {
  readonly name: string
  readonly unit: string
  figure(side: ForestSide): number
  aim?(targets: ForestTargets): Aim
}

const COMPARED: readonly Compared[] = [
  {
    ...{ name: 'grow and score', unit: 's', figure: secondsOf },
    aim: ({ ratio }) => ({ of: 'ratio', bound: 'at most', value: ratio }),
  },
  { name: 'grow', unit: 's', figure: ({ growSeconds }) => growSeconds },
  { name: 'score', unit: 's', figure: ({ scoreSeconds }) => scoreSeconds },
  { name: 'of processors', unit: 's', figure: ({ processorSeconds }) => processorSeconds },
  { name: 'peak memory', unit: 'MiB', figure: ({ peakBytes }) => peakBytes / MIB },
  { name: 'ranking quality', unit: '', figure: ({ quality }) => quality },
]

/** All figures of the forest; `sizes` from the smallest on. */
export function anomalyFigures(sizes: readonly ForestSize[], targets: ForestTargets): KeptFigure[] {
  return sizes.flatMap(({ points, rounds }) => {
    const size = `${COUNT.format(points)} points`
    return [
      ...COMPARED.map(({ name, unit, figure, aim }) =>
        figureOf({
          ...{ name, unit, size, muster: rounds.map(({ muster }) => figure(muster)) },
          peer: { name: PEER, values: rounds.map(({ peer }) => figure(peer)) },
          aim: aim?.(targets) ?? null,
        }),
      ),
      figureOf({
        ...{ name: "ranking quality, apart from the peer's by", unit: '', size },
        muster: rounds.map(({ muster, peer }) => Math.abs(muster.quality - peer.quality)),
        aim: { of: 'Muster', bound: 'at most', value: targets.quality },
      }),
    ]
  })
}

/** What growing and scoring took together. */
export function secondsOf({ growSeconds, scoreSeconds }: ForestTimes): number {
  return growSeconds + scoreSeconds
}
