import type { Figures } from '../../../series.ts'
import { differenceShares } from '../arma/lag-polynomial.ts'
import { lostCount, type SarimaxOrder } from '../arma/order.ts'
import { type Columns, columnOf, emptyColumns } from './columns.ts'
import type { SeenColumns } from './gap-filter.ts'

/** What a model of some order of differences looks at. */
export interface Observations extends SeenColumns {
  /** Steps before the first known figure, which say nothing. */
  readonly skipped: number
  /** What was taken off every figure, so that large ones lose no digits. */
  readonly level: number
  /**
   * Columns for unknown figures among those that differencing uses up, each 1 on its step: their coefficients
   * stand for those figures. They come first, then the constant if any, the regressors, and the figures last.
   */
  readonly unknownStarts: number
  readonly hasConstant: boolean
  readonly hasGaps: boolean
  /** All columns differenced; 0 on steps that ask for an unknown figure. */
  readonly differenced: Columns
  /** Known figures that are not used up by differencing. */
  readonly count: number
}

/** What is looked at, and how. */
export interface Sighting {
  readonly figures: Figures
  readonly regressors: readonly (readonly number[])[]
  readonly order: Pick<SarimaxOrder, 'd' | 'D' | 's'>
  readonly hasConstant: boolean
}

/** Lays figures and regressors out side by side; null where differencing would leave none, or one is no number. */
export function observe({
  figures,
  regressors,
  order,
  hasConstant,
}: Sighting): Observations | null {
  const skipped = figures.findIndex((value) => value !== null)
  const last = figures.findLastIndex((value) => value !== null)
  const lost = lostCount({ ...NOTHING, ...order })
  const length = last - skipped + 1
  if (skipped < 0 || length <= lost) return null
  const seen = figures.slice(skipped, last + 1)
  const causes = regressors.map((values) => values.slice(skipped, last + 1))
  const isUsable = (values: Figures) =>
    values.length === length && values.every((value) => value === null || Number.isFinite(value))
  if (![seen, ...causes].every(isUsable)) return null
  const isSeen = Uint8Array.from(seen, (value) => (value === null ? 0 : 1))
  const starts = [...isSeen.subarray(0, lost).keys()].filter((step) => isSeen[step] === 0)
  const level = lost > 0 || hasConstant ? meanOf(seen) : 0
  const columns = layOut([
    ...starts.map((start) => seen.map((_, step) => (step === start ? 1 : 0))),
    ...(hasConstant ? [seen.map((_, step) => constantAt(step, order))] : []),
    ...causes,
    seen.map((value) => (value === null ? 0 : value - level)),
  ])
  const shares = differenceShares(order)
  const count = isSeen.subarray(lost).reduce((sum, one) => sum + one, 0) - starts.length
  const differenced = difference(columns, isSeen, shares)
  const hasGaps = isSeen.includes(0)
  return {
    ...{ columns, isSeen, shares, skipped, level, hasConstant, hasGaps, differenced, count },
    unknownStarts: starts.length,
  }
}

const NOTHING = { p: 0, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 1 }

/**
 * What a constant adds to the figure of a step, the first being 0: 1 where nothing is differenced, else the power
 * of the step of which differencing leaves 1.
 */
export function constantAt(step: number, { d, D, s }: Sighting['order']): number {
  let value = 1
  for (let power = 1; power <= d + D; power += 1) value *= step / power
  return value / s ** D
}

/** What of the constant was taken off the figures beforehand; differencing does away with it. */
export function levelInConstant({ shares, level }: Observations): number {
  return shares.length === 0 ? level : 0
}

function layOut(series: readonly (readonly number[])[]): Columns {
  const columns = emptyColumns(series.length, series[0]?.length ?? 0)
  for (const [at, values] of series.entries()) columnOf(columns, at).set(values)
  return columns
}

function difference(columns: Columns, isSeen: Uint8Array, shares: Float64Array): Columns {
  const lost = shares.length
  const differenced = emptyColumns(columns.count, columns.length - lost)
  const backs = [...shares.keys()].filter((at) => shares[at] !== 0).map((at) => at + 1)
  for (let step = lost; step < columns.length; step += 1) {
    if (isSeen[step] === 0 || backs.some((back) => isSeen[step - back] === 0)) continue
    for (let column = 0; column < columns.count; column += 1) {
      const from = column * columns.length + step
      let value = columns.values[from] ?? 0
      for (const back of backs)
        value -= (shares[back - 1] ?? 0) * (columns.values[from - back] ?? 0)
      differenced.values[column * differenced.length + step - lost] = value
    }
  }
  return differenced
}

function meanOf(values: Figures): number {
  const known = values.filter((value) => value !== null)
  return known.reduce((sum, value) => sum + value, 0) / known.length
}
