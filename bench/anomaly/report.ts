import { showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
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

type Figure = (side: ForestSide) => number

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2
const COMPARED: readonly { readonly name: string; readonly digits: number; of: Figure }[] = [
  { name: 'grow and score, s', digits: 3, of: secondsOf },
  { name: 'grow, s', digits: 3, of: ({ growSeconds }) => growSeconds },
  { name: 'score, s', digits: 3, of: ({ scoreSeconds }) => scoreSeconds },
  { name: 'of processors, s', digits: 3, of: ({ processorSeconds }) => processorSeconds },
  { name: 'peak MiB', digits: 0, of: ({ peakBytes }) => peakBytes / MIB },
]

/** The whole result as Markdown; `sizes` from the smallest on. */
export function anomalyReport(
  sizes: readonly ForestSize[],
  { facts, targets }: { facts: readonly string[]; targets: ForestTargets },
): string {
  if (sizes.every(({ rounds }) => rounds.length === 0)) throw new RangeError('nothing was measured')
  return [
    '# Isolation Forest, beside a peer',
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...sizes.flatMap((size) => [
      `## ${COUNT.format(size.points)} points, ${COUNT.format(size.planted)} of them planted`,
      sizeTable(size),
      targetLines(size, targets),
    ]),
    '## Round by round',
    roundTable(sizes),
    '## What was measured',
    WORDS,
  ]
    .join('\n\n')
    .concat('\n')
}

const WORDS = [
  'The points are days of an invented series, with the five features that Muster takes of each: value, mean and',
  'deviation of the week, difference, weekday. Both sides have the same points, one thread, 200 trees of 256 points, and',
  'the number of the round as their seed; each round of each side is a process of its own. Seconds are from the points',
  'in memory to the last score, without the start of the process and its libraries. Quality is the area under',
  'the ROC curve: the chance that a planted day scores above another.',
].join('\n')

function sizeTable({ rounds }: ForestSize): string {
  const row = (name: string, digits: number, of: Figure) => {
    const shown = (figure: (round: ForestRound) => number, places: number) =>
      showSpread(spreadOf(rounds.map(figure)), places)
    return [
      name,
      shown(({ muster }) => of(muster), digits),
      shown(({ peer }) => of(peer), digits),
      shown(({ muster, peer }) => of(muster) / of(peer), 2),
    ]
  }
  return table(
    ['median (min-max)', 'Muster', 'peer', 'Muster / peer'],
    [
      ...COMPARED.map(({ name, digits, of }) => row(name, digits, of)),
      row('ranking quality', 4, ({ quality }) => quality),
    ],
  )
}

function targetLines({ rounds }: ForestSize, targets: ForestTargets): string {
  const median = (figure: (round: ForestRound) => number) => spreadOf(rounds.map(figure)).median
  const ratio = median(({ muster, peer }) => secondsOf(muster) / secondsOf(peer))
  const difference = median(({ muster }) => muster.quality) - median(({ peer }) => peer.quality)
  const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed')
  return [
    `- Time to grow and score over that of the peer, ${targets.ratio.toFixed(2)} at most: ${ratio.toFixed(2)}, ${verdict(ratio <= targets.ratio)}.`,
    `- Quality within ${targets.quality.toFixed(2)} of the peer's: ${signed(difference)}, ${verdict(Math.abs(difference) <= targets.quality)}.`,
  ].join('\n')
}

function roundTable(sizes: readonly ForestSize[]): string {
  return table(
    ['points', 'round', 'Muster, s', 'peer, s', 'Muster, quality', 'peer, quality', 'load before'],
    sizes.flatMap(({ points, rounds }) =>
      rounds.map(({ muster, peer, loadBefore }, at) => [
        COUNT.format(points),
        String(at + 1),
        secondsOf(muster).toFixed(3),
        secondsOf(peer).toFixed(3),
        muster.quality.toFixed(4),
        peer.quality.toFixed(4),
        loadBefore.toFixed(1),
      ]),
    ),
  )
}

function secondsOf({ growSeconds, scoreSeconds }: ForestTimes): number {
  return growSeconds + scoreSeconds
}

function signed(difference: number): string {
  return `${difference < 0 ? '-' : '+'}${Math.abs(difference).toFixed(4)}`
}
