import { figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
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

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2
const PEER = 'urllib, json and psycopg2'

interface Compared {
  readonly name: string
  readonly unit: string
  readonly isAimedAt?: true
  figure(side: SideRun): number
}

const COMPARED: readonly Compared[] = [
  { name: 'from first request to commit', unit: 's', figure: ({ seconds }) => seconds },
  {
    ...{ name: 'of it, waiting for NinjaOne', unit: 's' },
    figure: ({ waitedSeconds }) => waitedSeconds,
  },
  { name: 'own time: the rest', unit: 's', isAimedAt: true, figure: ownSeconds },
  {
    ...{ name: "of its process's processors", unit: 's' },
    figure: ({ processorSeconds }) => processorSeconds,
  },
  {
    ...{ name: 'peak memory of its process', unit: 'MiB' },
    figure: ({ peakBytes }) => peakBytes / MIB,
  },
]

/** All figures of a day of a fleet; `sizes` from the smallest to the full one. */
export function fleetDayFigures(
  sizes: readonly FleetDaySize[],
  targets: FleetDayTargets,
): KeptFigure[] {
  return sizes.flatMap(({ devices, rounds }) =>
    COMPARED.map(({ name, unit, isAimedAt, figure }) =>
      figureOf({
        ...{ name, unit, size: `${COUNT.format(devices)} devices` },
        muster: rounds.map(({ muster }) => figure(muster)),
        peer: { name: PEER, values: rounds.map(({ peer }) => figure(peer)) },
        aim:
          isAimedAt && devices >= targets.devices
            ? { of: 'Muster', bound: 'at most', value: targets.ownSeconds }
            : null,
      }),
    ),
  )
}

/** What a side took that was not waiting for the vendor: its own work, and PostgreSQL's for it. */
export function ownSeconds({ seconds, waitedSeconds }: SideRun): number {
  return seconds - waitedSeconds
}
