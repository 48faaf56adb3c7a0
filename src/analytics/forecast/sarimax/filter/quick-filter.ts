import type { ArmaProcess } from '../arma/stationary-arma.ts'
import { type Columns, emptyColumns } from './columns.ts'

/** Below this change of variance from step to step the filter stands still. */
const STILL = 1e-12
/** How often it is asked whether it does. */
const ASKED_EVERY = 8

/** Filters columns without gaps: writes each surprise over its deviation, gives the logarithms of the variances summed up. */
export type QuickFilter = (arma: ArmaProcess, into: Columns) => number

/**
 * A Kalman filter for stationary processes seen without gaps, in time proportional to the size of the state: the
 * variance changes by a single product from step to step. Morf, Sidhu and Kailath (1974); Melard (1984),
 * algorithm AS 197. The one process gives all columns their gains.
 */
export function quickFilter(columns: Columns): QuickFilter {
  let state = emptyColumns(0, 0)
  return (arma, into) => {
    if (state.length !== arma.size + 1) state = emptyColumns(columns.count, arma.size + 1)
    state.values.fill(0)
    const { step, logVariances } = movingSteps(arma, columns, { state, into })
    if (step < columns.length) stillSteps(arma, columns, { step, into })
    return logVariances
  }
}

interface Workplace {
  readonly state: Columns
  readonly into: Columns
}

function movingSteps(
  { size, phi, first }: ArmaProcess,
  { count, length, values }: Columns,
  { state, into }: Workplace,
): { step: number; logVariances: number } {
  const gain = new Float64Array(size + 1) // times the variance of the surprise
  for (let i = 0; i < size; i += 1) gain[i] = (phi[i] ?? 0) * (first[0] ?? 0) + (first[i + 1] ?? 0)
  const drop = gain.slice()
  let variance = first[0] ?? 0
  let weight = -1 / variance
  let logVariances = 0
  let product = 1
  const parts = state.values
  const out = into.values
  for (let step = 0; step < length; step += 1) {
    const deviation = Math.sqrt(variance)
    for (let column = 0; column < count; column += 1) {
      const base = column * (size + 1)
      const expected = parts[base] ?? 0
      const surprise = (values[column * length + step] ?? 0) - expected
      out[column * length + step] = surprise / deviation
      const share = surprise / variance
      for (let i = 0; i < size; i += 1) {
        parts[base + i] =
          (phi[i] ?? 0) * expected + (parts[base + i + 1] ?? 0) + (gain[i] ?? 0) * share
      }
    }
    product *= variance
    if (product > 1e200) {
      logVariances += Math.log(product)
      product = 1
    }
    const lead = drop[0] ?? 0
    const pull = weight * lead
    const back = lead / variance
    let most = 0
    for (let i = 0; i < size; i += 1) {
      const moved = (phi[i] ?? 0) * lead + (drop[i + 1] ?? 0)
      const old = gain[i] ?? 0
      const left = moved - old * back
      gain[i] = old + pull * moved
      drop[i] = left
      if (left > most) most = left
      else if (-left > most) most = -left
    }
    const next = variance + pull * lead
    weight *= variance / next
    variance = next
    if (step % ASKED_EVERY === 0 && -weight * most * most < STILL && step >= size) {
      return { step: step + 1, logVariances: logVariances + Math.log(product) }
    }
  }
  return { step: length, logVariances: logVariances + Math.log(product) }
}

/** Once the variance stands still at 1, a surprise is what the equation of the process leaves of a figure. */
function stillSteps(
  { phi, load }: ArmaProcess,
  { count, length, values }: Columns,
  { step: from, into }: { readonly step: number; readonly into: Columns },
): void {
  const out = into.values
  const figures = lagsOf(phi, 0)
  const surprises = lagsOf(load, 1)
  for (let column = 0; column < count; column += 1) {
    const base = column * length
    for (let at = base + from; at < base + length; at += 1) {
      let left = values[at] ?? 0
      for (let i = 0; i < figures.lags.length; i += 1) {
        left -= (figures.shares[i] ?? 0) * (values[at - (figures.lags[i] ?? 0)] ?? 0)
      }
      for (let i = 0; i < surprises.lags.length; i += 1) {
        left -= (surprises.shares[i] ?? 0) * (out[at - (surprises.lags[i] ?? 0)] ?? 0)
      }
      out[at] = left
    }
  }
}

/** The steps back that count for something, and for how much; number `at` stands for `at + 1 - before` steps. */
function lagsOf(shares: Float64Array, before: number): { lags: Int32Array; shares: Float64Array } {
  const kept: number[] = []
  for (let at = before; at < shares.length; at += 1) if (shares[at] !== 0) kept.push(at)
  return {
    lags: Int32Array.from(kept, (at) => at + 1 - before),
    shares: Float64Array.from(kept, (at) => shares[at] ?? 0),
  }
}
