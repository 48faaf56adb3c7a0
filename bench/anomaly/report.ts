import { comparisonTable } from '../report/comparison-table.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import { type ForestSize, secondsOf } from './figures.ts'

const COUNT = new Intl.NumberFormat('en')
/** The whole result as Markdown; `sizes` from the smallest on. */
export function anomalyReport(
  sizes: readonly ForestSize[],
  { facts, figures }: { facts: readonly string[]; figures: readonly KeptFigure[] },
): string {
  if (sizes.every(({ rounds }) => rounds.length === 0)) throw new RangeError('nothing was measured')
  return [
    '# Isolation Forest, beside a peer',
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...sizes.flatMap(({ points, planted }) => {
      const inside = figures.filter(({ size }) => size === `${COUNT.format(points)} points`)
      return [
        `## ${COUNT.format(points)} points, ${COUNT.format(planted)} of them planted`,
        comparisonTable(inside),
        targetLines(inside),
      ]
    }),
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
