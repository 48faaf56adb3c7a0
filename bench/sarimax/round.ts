import { loadavg } from 'node:os'
import type { Kind } from './daily-series.ts'
import { type Fitted, fitAsMuster, fitAsPeer, type Place } from './sides.ts'

/** All series of a kind fitted by all sides, one after the other. */
export interface SarimaxRound {
  readonly muster: Fitted
  readonly peer: Fitted
  /** The peer once more, which differences first; null where there are gaps, for that would lose days. */
  readonly quickPeer: Fitted | null
  readonly loadBefore: number
}

/** Each side once; who begins alternates from round to round. */
export function sarimaxRound(place: Place, kind: Kind, number: number): SarimaxRound {
  const [loadBefore = 0] = loadavg()
  const asPeers = () => ({
    peer: fitAsPeer(place, false),
    quickPeer: kind === 'complete' ? fitAsPeer(place, true) : null,
  })
  if (number % 2 === 1) {
    const muster = fitAsMuster(place)
    return { muster, ...asPeers(), loadBefore }
  }
  const peers = asPeers()
  return { muster: fitAsMuster(place), ...peers, loadBefore }
}
