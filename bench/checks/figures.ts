import { figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import type { ChecksRound } from './round.ts'
import type { WatchedLook } from './sides.ts'

/** All rounds with a fleet of one size. */
export interface ChecksSize {
  readonly devices: number
  readonly rounds: readonly ChecksRound[]
}

/** What each look at a fleet of `devices` is meant to take at most. */
export interface ChecksTargets {
  readonly devices: number
  readonly seconds: number
}

export type LookName = 'first' | 'next' | 'again'

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2
const PEER = 'pandas and psycopg2'
export const LOOKS: readonly (readonly [LookName, string])[] = [
  ['first', 'the first look'],
  ['next', 'the next day'],
  ['again', 'the same again'],
]

/** One thing that is measured of each look. */
interface Compared {
  readonly what: string
  readonly unit: string
  readonly isAimedAt: boolean
  figure(look: WatchedLook): number
}

const COMPARED: readonly Compared[] = [
  { what: '', unit: 's', isAimedAt: true, figure: ({ seconds }) => seconds },
  {
    ...{ what: ', of its processors', unit: 's', isAimedAt: false },
    figure: ({ processorSeconds }) => processorSeconds,
  },
  {
    ...{ what: ', peak memory', unit: 'MiB', isAimedAt: false },
    figure: ({ peakBytes }) => peakBytes / MIB,
  },
]

/** All figures of the checks; `sizes` from the smallest to the full one. */
export function checksFigures(sizes: readonly ChecksSize[], targets: ChecksTargets): KeptFigure[] {
  return sizes.flatMap(({ devices, rounds }) =>
    LOOKS.flatMap(([name, words]) =>
      COMPARED.map(({ what, unit, isAimedAt, figure }) =>
        figureOf({
          ...{ name: `${words}${what}`, unit, size: `${COUNT.format(devices)} machines` },
          muster: rounds.map((round) => figure(round[name].muster)),
          peer: { name: PEER, values: rounds.map((round) => figure(round[name].peer)) },
          aim:
            isAimedAt && devices >= targets.devices
              ? { of: 'Muster', bound: 'at most', value: targets.seconds }
              : null,
        }),
      ),
    ),
  )
}
