import type { JobRun } from '../peer/peer.ts'
import { type Aim, figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import type { Figure, SizeResult } from './round.ts'

/** What the job is meant to take at most, with so many changes and more. */
export interface Targets {
  readonly changes: number
  readonly planSeconds: number
  readonly applySeconds: number
  /** Of the peer's time. */
  readonly share: number
}

/** One thing that is measured on both sides. */
interface Compared {
  readonly name: string
  readonly unit: string
  readonly muster: Figure
  readonly peer: Figure
  aim?(targets: Targets): Aim
}

type Part = 'plan' | 'apply'

const PEER = 'pandas, openpyxl and PyMySQL'
const MIB = 1024 * 1024
const COUNT = new Intl.NumberFormat('en')
const COMPARED: readonly Compared[] = [
  { ...seconds('plan'), aim: ({ planSeconds }) => atMost('Muster', planSeconds) },
  { ...seconds('apply'), aim: ({ applySeconds }) => atMost('Muster', applySeconds) },
  {
    ...{ name: 'plan and apply', unit: 's' },
    muster: ({ muster }) => totalOf(muster),
    peer: ({ peer }) => totalOf(peer),
    aim: ({ share }) => atMost('ratio', share),
  },
  memory('plan'),
  memory('apply'),
]

/** All figures of the main job; `sizes` from the smallest to the full one. */
export function mainJobFigures(sizes: readonly SizeResult[], targets: Targets): KeptFigure[] {
  return sizes.flatMap(({ changes, rounds }) =>
    COMPARED.map(({ name, unit, muster, peer, aim }) =>
      figureOf({
        ...{ name, unit, size: `${COUNT.format(changes)} changes`, muster: rounds.map(muster) },
        peer: { name: PEER, values: rounds.map(peer) },
        aim: changes < targets.changes ? null : (aim?.(targets) ?? null),
      }),
    ),
  )
}

function totalOf({ plan, apply }: JobRun): number {
  return plan.seconds + apply.seconds
}

function atMost(of: Aim['of'], value: number): Aim {
  return { of, bound: 'at most', value }
}

function seconds(part: Part): Compared {
  return {
    ...{ name: part, unit: 's' },
    muster: (round) => round.muster[part].seconds,
    peer: (round) => round.peer[part].seconds,
  }
}

/** Muster's process and, where it came along, its PostgreSQL. */
function memory(part: Part): Compared {
  return {
    ...{ name: `${part}, peak memory`, unit: 'MiB' },
    muster: ({ muster }) => (muster[part].peakBytes + muster.databaseBytes[part]) / MIB,
    peer: ({ peer }) => peer[part].peakBytes / MIB,
  }
}
