import type { KeptFigure, KeptSpread, KeptTarget } from './kept-result.ts'
import { spreadOf } from './spread.ts'

/** One thing that was measured in every round, of Muster and perhaps of a peer. */
export interface Measurement {
  readonly name: string
  readonly unit: string
  readonly size?: string
  readonly muster: readonly number[]
  readonly peer?: { readonly name: string; readonly values: readonly number[] }
  /** Which way the ratio is taken: `Muster / peer` unless said. */
  readonly ratioOf?: 'Muster / peer' | 'peer / Muster'
  readonly aim?: Aim | null
}

/** What the median is meant to keep to. */
export type Aim = Pick<KeptTarget, 'of' | 'bound' | 'value'>

/** A measurement with its medians, its ends, its ratio round by round, and its verdict. */
export function figureOf({
  name,
  unit,
  size,
  muster,
  peer,
  ratioOf,
  aim,
}: Measurement): KeptFigure {
  const figure: KeptFigure = { name, unit, ...(size && { size }), muster: keptSpread(muster) }
  if (peer) {
    const of = ratioOf ?? 'Muster / peer'
    figure.peer = { name: peer.name, ...keptSpread(peer.values) }
    figure.ratio = { of, ...keptSpread(ratios(muster, peer.values, of)) }
  }
  if (aim) figure.target = { ...aim, met: isMet(aim, figure) }
  return figure
}

function ratios(
  muster: readonly number[],
  peer: readonly number[],
  of: 'Muster / peer' | 'peer / Muster',
): number[] {
  if (muster.length !== peer.length) {
    throw new RangeError(`${muster.length} rounds of Muster beside ${peer.length} of the peer`)
  }
  return muster.map((own, at) => {
    const other = peer[at] ?? Number.NaN
    return of === 'Muster / peer' ? own / other : other / own
  })
}

function keptSpread(values: readonly number[]): KeptSpread {
  return { ...spreadOf(values), rounds: [...values] }
}

function isMet({ of, bound, value }: Aim, { muster, ratio }: KeptFigure): boolean {
  const found = of === 'Muster' ? muster.median : ratio?.median
  if (found === undefined) throw new RangeError('an aim for a ratio without a peer')
  if (bound === 'at least') return found >= value
  return bound === 'at most' ? found <= value : found < value
}
