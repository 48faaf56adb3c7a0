import { comparisonTable } from '../report/comparison-table.ts'
import { fullSizeFigures, type KeptFigure } from '../report/kept-result.ts'
import { spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import { type FleetDaySize, ownSeconds } from './figures.ts'
import type { FleetDayRound } from './round.ts'

type Figure = (round: FleetDayRound) => number

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2

/** The whole result as Markdown; `sizes` from the smallest to the full one. */
export function fleetDayReport(
  sizes: readonly FleetDaySize[],
  { facts, figures }: { facts: readonly string[]; figures: readonly KeptFigure[] },
): string {
  const full = sizes.at(-1)
  if (!full) throw new RangeError('nothing was measured')
  return [
    '# A day of a fleet from NinjaOne, beside a peer',
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## ${COUNT.format(full.devices)} devices, 2 % changed against the day before`,
    comparisonTable(fullSizeFigures({ figures })),
    targetLines(figures),
    '## Round by round, in seconds',
    roundTable(full),
    '## By the size of the fleet',
    growthTable(sizes),
    '## What was checked',
    checkedWords(sizes),
  ]
    .join('\n\n')
    .concat('\n')
}

function roundTable({ rounds }: FleetDaySize): string {
  return table(
    ['round', 'Muster', 'own', 'peer', 'own', 'load before'],
    rounds.map(({ muster, peer, loadBefore }, at) => [
      String(at + 1),
      ...[muster, peer].flatMap((side) => [side.seconds.toFixed(2), ownSeconds(side).toFixed(2)]),
      loadBefore.toFixed(1),
    ]),
  )
}

/** Medians; memory that does not grow with the fleet is flat. */
function growthTable(sizes: readonly FleetDaySize[]): string {
  const median = ({ rounds }: FleetDaySize, figure: Figure) => spreadOf(rounds.map(figure)).median
  return table(
    [
      ...['devices', 'Muster own, s', 'a thousand, s', 'Muster peak, MiB', 'its PostgreSQL, MiB'],
      ...['peer own, s', 'peer peak, MiB'],
    ],
    sizes.map((size) => {
      const own = median(size, ({ muster }) => ownSeconds(muster))
      return [
        COUNT.format(size.devices),
        own.toFixed(2),
        ((own / size.devices) * 1_000).toFixed(3),
        median(size, ({ muster }) => muster.peakBytes / MIB).toFixed(0),
        median(size, ({ muster }) => muster.databaseBytes / MIB).toFixed(0),
        median(size, ({ peer }) => ownSeconds(peer)).toFixed(2),
        median(size, ({ peer }) => peer.peakBytes / MIB).toFixed(0),
      ]
    }),
  )
}

function checkedWords(sizes: readonly FleetDaySize[]): string {
  const rounds = sizes.reduce((sum, size) => sum + size.rounds.length, 0)
  const { opened = 0, changed = 0, closed = 0 } = sizes.at(-1)?.rounds[0]?.muster.history ?? {}
  const [came, other, went] = [opened, changed, closed].map((count) => COUNT.format(count))
  return [
    `In each of the ${rounds} rounds both sides collected every device, and what they kept of the day was what the`,
    'vendor has, field by field. The history came to just the versions the fleet changed by: at the full size',
    `${came} records came, ${went} went and ${other} said something else. A difference ends the benchmark.`,
  ].join('\n')
}
