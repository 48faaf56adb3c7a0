import { seasonalProduct } from './lag-polynomial.ts'
import type { SarimaxOrder } from './order.ts'
import { freeNumbers, stableCoefficients } from './stable-coefficients.ts'

/** Coefficients in the signs of Box, Jenkins and R: (1 - ar B ...) w = (1 + ma B ...) e. */
export interface ArmaCoefficients {
  readonly ar: Float64Array
  readonly ma: Float64Array
  readonly seasonalAr: Float64Array
  readonly seasonalMa: Float64Array
}

/**
 * A stationary process in the state-space form of Harvey (1989), section 3.3, surprises of variance 1: state
 * part i moves to phi[i] times the first part, plus the next part, plus load[i] times the surprise.
 */
export interface ArmaProcess {
  readonly size: number
  readonly phi: Float64Array
  readonly load: Float64Array
  /** Covariances of the first state part, which is the figure itself, with each; it varies as the whole process does. */
  readonly first: Float64Array
}

/** Coefficients that are stationary and invertible whatever the free numbers are. */
export function coefficientsAt(free: Float64Array, { p, q, P, Q }: SarimaxOrder): ArmaCoefficients {
  return {
    ar: stableCoefficients(free.subarray(0, p)),
    ma: negated(stableCoefficients(free.subarray(p, p + q))),
    seasonalAr: stableCoefficients(free.subarray(p + q, p + q + P)),
    seasonalMa: negated(stableCoefficients(free.subarray(p + q + P, p + q + P + Q))),
  }
}

/** The free numbers `coefficientsAt` makes these of; null where the process is not stationary and invertible. */
export function freeNumbersOf({
  ar,
  ma,
  seasonalAr,
  seasonalMa,
}: ArmaCoefficients): Float64Array | null {
  const parts = [ar, negated(ma), seasonalAr, negated(seasonalMa)].map(freeNumbers)
  const known = parts.filter((part) => part !== null)
  return known.length < parts.length ? null : Float64Array.from(known.flatMap((part) => [...part]))
}

/** The process of these coefficients; null where its variance cannot be told, as next to a unit root. */
export function armaProcess(coefficients: ArmaCoefficients, season: number): ArmaProcess | null {
  const { ar, ma, seasonalAr, seasonalMa } = coefficients
  const autoregression = seasonalProduct(negated(ar), negated(seasonalAr), season)
  const average = seasonalProduct(ma, seasonalMa, season)
  const size = Math.max(autoregression.length, average.length + 1)
  const phi = new Float64Array(size)
  const load = new Float64Array(size)
  for (let at = 0; at < autoregression.length; at += 1) phi[at] = -(autoregression[at] ?? 0)
  load[0] = 1
  load.set(average, 1)
  const first = firstCovariances({ phi, load, p: autoregression.length, q: average.length })
  return first === null ? null : { size, phi, load, first }
}

/** Covariances of all state parts with each other before anything is seen, row by row, as the process stands. */
export function stationaryCovariance({ size, phi, load, first }: ArmaProcess): Float64Array {
  const whole = new Float64Array(size * size)
  const variance = first[0] ?? 0
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let j = size - 1; j >= i; j -= 1) {
      const drift =
        (phi[i] ?? 0) * (phi[j] ?? 0) * variance +
        (phi[i] ?? 0) * (first[j + 1] ?? 0) +
        (phi[j] ?? 0) * (first[i + 1] ?? 0)
      const next = j + 1 < size ? (whole[(i + 1) * size + j + 1] ?? 0) : 0
      const value = drift + next + (load[i] ?? 0) * (load[j] ?? 0)
      whole[i * size + j] = value
      whole[j * size + i] = value
    }
  }
  return whole
}

interface Lags {
  readonly phi: Float64Array
  readonly load: Float64Array
  readonly p: number
  readonly q: number
}

function firstCovariances(lags: Lags): Float64Array | null {
  const { phi, load } = lags
  const response = impulseResponse(lags)
  const covariances = autocovariances(lags, response)
  if (!covariances || !((covariances[0] ?? 0) >= 1 - 1e-9)) return null
  const first = new Float64Array(load.length)
  for (let i = 0; i < first.length; i += 1) {
    let sum = 0
    for (let j = i + 1; j <= lags.p; j += 1) sum += (phi[j - 1] ?? 0) * (covariances[j - i] ?? 0)
    for (let j = i; j <= lags.q; j += 1) sum += (load[j] ?? 0) * (response[j - i] ?? 0)
    first[i] = sum
  }
  return first
}

/** What a surprise still adds 0, 1, 2, ... q steps later. */
function impulseResponse({ phi, load, p, q }: Lags): Float64Array {
  const response = new Float64Array(q + 1)
  for (let lag = 0; lag <= q; lag += 1) {
    let sum = load[lag] ?? 0
    for (let back = 1; back <= Math.min(p, lag); back += 1) {
      sum += (phi[back - 1] ?? 0) * (response[lag - back] ?? 0)
    }
    response[lag] = sum
  }
  return response
}

/** Autocovariances 0 to p, solved from the equations of Yule and Walker with a moving average: McLeod (1975). */
function autocovariances({ phi, load, p, q }: Lags, response: Float64Array): Float64Array | null {
  const width = p + 2
  const rows = new Float64Array((p + 1) * width)
  for (let lag = 0; lag <= p; lag += 1) {
    const row = lag * width
    rows[row + lag] = (rows[row + lag] ?? 0) + 1
    for (let back = 1; back <= p; back += 1) {
      const at = row + Math.abs(lag - back)
      rows[at] = (rows[at] ?? 0) - (phi[back - 1] ?? 0)
    }
    let sum = 0
    for (let j = lag; j <= q; j += 1) sum += (load[j] ?? 0) * (response[j - lag] ?? 0)
    rows[row + p + 1] = sum
  }
  return solveInPlace(rows, p + 1)
}

/** Gauss's elimination with the largest pivot of each column; the right side is the last column. */
function solveInPlace(rows: Float64Array, size: number): Float64Array | null {
  const width = size + 1
  for (let column = 0; column < size; column += 1) {
    const pivot = pivotRow(rows, size, column)
    const largest = rows[pivot * width + column] ?? 0
    if (!(Math.abs(largest) > 1e-13)) return null
    for (let at = column; at < width && pivot !== column; at += 1) {
      const swapped = rows[column * width + at] ?? 0
      rows[column * width + at] = rows[pivot * width + at] ?? 0
      rows[pivot * width + at] = swapped
    }
    for (let row = column + 1; row < size; row += 1) {
      const share = (rows[row * width + column] ?? 0) / largest
      if (share === 0) continue
      for (let at = column; at < width; at += 1) {
        rows[row * width + at] =
          (rows[row * width + at] ?? 0) - share * (rows[column * width + at] ?? 0)
      }
    }
  }
  return substituteBack(rows, size)
}

function pivotRow(rows: Float64Array, size: number, column: number): number {
  let pivot = column
  for (let row = column + 1; row < size; row += 1) {
    const value = Math.abs(rows[row * (size + 1) + column] ?? 0)
    if (value > Math.abs(rows[pivot * (size + 1) + column] ?? 0)) pivot = row
  }
  return pivot
}

function substituteBack(rows: Float64Array, size: number): Float64Array {
  const width = size + 1
  const solution = new Float64Array(size)
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = rows[row * width + size] ?? 0
    for (let at = row + 1; at < size; at += 1) {
      sum -= (rows[row * width + at] ?? 0) * (solution[at] ?? 0)
    }
    solution[row] = sum / (rows[row * width + row] ?? 1)
  }
  return solution
}

function negated(values: Float64Array): Float64Array {
  return values.map((value) => (value === 0 ? 0 : -value))
}
