import { showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import type { FleetDayRound } from './round.ts'
import type { SideRun } from './side-run.ts'

/** All rounds with a fleet of one size. */
export interface FleetDaySize {
  readonly devices: number
  readonly rounds: readonly FleetDayRound[]
}

/** What the day of a fleet of `devices` is meant to take at most, network waiting apart. */
export interface FleetDayTargets {
  readonly devices: number
  readonly ownSeconds: number
}

type Figure = (round: FleetDayRound) => number

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2

/** The whole result as Markdown; `sizes` from the smallest to the full one. */
export function fleetDayReport(
  sizes: readonly FleetDaySize[],
  { facts, targets }: { facts: readonly string[]; targets: FleetDayTargets },
): string {
  const full = sizes.at(-1)
  if (!full) throw new RangeError('nothing was measured')
  return [
    '# A day of a fleet from NinjaOne, beside a peer',
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## ${COUNT.format(full.devices)} devices, 2 % changed against the day before`,
    comparisonTable(full),
    targetLine(full, targets),
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

/** What a side took that was not waiting for the vendor: its own work, and PostgreSQL's for it. */
function ownSeconds({ seconds, waitedSeconds }: SideRun): number {
  return seconds - waitedSeconds
}

function comparisonTable({ rounds }: FleetDaySize): string {
  const line = (name: string, digits: number, figure: (side: SideRun) => number) => {
    const spread = (of: Figure, shown: number) => showSpread(spreadOf(rounds.map(of)), shown)
    return [
      name,
      spread(({ muster }) => figure(muster), digits),
      spread(({ peer }) => figure(peer), digits),
      spread(({ muster, peer }) => figure(muster) / figure(peer), 2),
    ]
  }
  return table(
    ['median (min-max)', 'Muster', 'peer', 'Muster / peer'],
    [
      line('from first request to commit, s', 2, ({ seconds }) => seconds),
      line('of it, waiting for NinjaOne, s', 2, ({ waitedSeconds }) => waitedSeconds),
      line('own time: the rest, s', 2, ownSeconds),
      line("of its process's processors, s", 2, (side) => side.processorSeconds),
      line('peak of its process, MiB', 0, ({ peakBytes }) => peakBytes / MIB),
    ],
  )
}

function targetLine({ devices, rounds }: FleetDaySize, targets: FleetDayTargets): string {
  if (devices < targets.devices) {
    return `Fewer than ${COUNT.format(targets.devices)} devices: no aim is set for them.`
  }
  const { median } = spreadOf(rounds.map(({ muster }) => ownSeconds(muster)))
  const verdict = median <= targets.ownSeconds ? 'met' : 'missed'
  return `- Own time, seconds, ${targets.ownSeconds.toFixed(2)} at most: ${median.toFixed(2)}, ${verdict}.`
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
