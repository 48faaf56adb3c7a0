import type { JobRun } from '../peer/peer.ts'
import type { Figure, SizeResult } from './round.ts'
import { showSpread, spreadOf } from './spread.ts'
import { table } from './table.ts'

/** One thing that was measured on both sides. */
interface Compared {
  readonly name: string
  readonly muster: Figure
  readonly peer: Figure
  readonly digits: number
}

type Part = 'plan' | 'apply'

const MIB = 1024 * 1024

function totalOf({ plan, apply }: JobRun): number {
  return plan.seconds + apply.seconds
}

/** Both sides at one size, with the ratio taken round by round. */
export function comparisonTable({ rounds }: SizeResult): string {
  const spread = (figure: Figure, digits: number) =>
    showSpread(spreadOf(rounds.map(figure)), digits)
  const compared = [
    seconds('plan'),
    seconds('apply'),
    { name: 'both, s', muster: musterTotal, peer: peerTotal, digits: 2 },
    memory('plan'),
    memory('apply'),
  ]
  return table(
    ['median (min-max)', 'Muster', 'peer', 'Muster / peer'],
    compared.map(({ name, muster, peer, digits }) => [
      name,
      spread(muster, digits),
      spread(peer, digits),
      spread((round) => muster(round) / peer(round), 2),
    ]),
  )
}

/** Seconds of Muster, of the peer, and how many of the peer's seconds Muster takes. */
export const musterTotal: Figure = (round) => totalOf(round.muster)
export const peerTotal: Figure = (round) => totalOf(round.peer)

function seconds(part: Part): Compared {
  return {
    name: `${part}, s`,
    muster: (round) => round.muster[part].seconds,
    peer: (round) => round.peer[part].seconds,
    digits: 2,
  }
}

/** Muster's process and, where it came along, its PostgreSQL. */
function memory(part: Part): Compared {
  return {
    name: `${part}, peak MiB`,
    muster: ({ muster }) => (muster[part].peakBytes + muster.databaseBytes[part]) / MIB,
    peer: ({ peer }) => peer[part].peakBytes / MIB,
    digits: 0,
  }
}
