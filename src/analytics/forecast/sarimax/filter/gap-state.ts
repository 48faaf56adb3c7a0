import { type ArmaProcess, stationaryCovariance } from '../arma/stationary-arma.ts'
import { type Columns, emptyColumns } from './columns.ts'

/** What a filter over gaps knows before a step: means by column, and one covariance for all. */
export interface GapState {
  readonly arma: ArmaProcess
  readonly shares: Float64Array
  /** Which of the shares are not 0, as steps back. */
  readonly backs: Int32Array
  readonly means: Columns
  readonly width: number
  /** Upper half for the process; beyond it, a row for each of the last figures, of use where it is unknown. */
  readonly covariance: Float64Array
  readonly unknown: number[]
  /** Covariance of the figure to come with each part of the state. */
  readonly ahead: Float64Array
  /** The same a step before. */
  readonly aheadBefore: Float64Array
  readonly firstRow: Float64Array
  /** Parts of the state up to here move with the first of them. */
  readonly reach: number
}

/** Before anything is seen: the process as it stands, no figure unknown. */
export function startState(arma: ArmaProcess, shares: Float64Array, count: number): GapState {
  const { size } = arma
  const width = size + shares.length
  const covariance = new Float64Array(width * width)
  const start = stationaryCovariance(arma)
  for (let i = 0; i < size; i += 1) {
    covariance.set(start.subarray(i * size, (i + 1) * size), i * width)
  }
  return {
    ...{ arma, shares, means: emptyColumns(count, width), width, covariance, unknown: [] },
    backs: Int32Array.from([...shares.keys()].filter((at) => shares[at] !== 0).map((at) => at + 1)),
    ahead: new Float64Array(width),
    aheadBefore: new Float64Array(width),
    firstRow: new Float64Array(width),
    reach: arma.phi.findLastIndex((share) => share !== 0) + 1,
  }
}

/** Where the figure of a step is kept among the parts of the state: in the place of the one no longer needed. */
export function placeOf({ arma, shares }: GapState, step: number): number {
  return arma.size + (shares.length === 0 ? 0 : step % shares.length)
}

/** Works out what the unknown parts have to do with the figure to come, and gives the variance of its surprise. */
export function lookAhead(state: GapState, step: number): number {
  const { arma, covariance, width, ahead, unknown } = state
  for (let i = 0; i < arma.size; i += 1) ahead[i] = covariance[i] ?? 0
  for (const place of unknown) ahead[place] = covariance[place] ?? 0
  for (const place of unknown) {
    const share = shareOf(state, step, place)
    if (share === 0) continue
    for (let i = 0; i < arma.size; i += 1) {
      ahead[i] = (ahead[i] ?? 0) + share * (covariance[i * width + place] ?? 0)
    }
    for (const other of unknown) {
      ahead[other] = (ahead[other] ?? 0) + share * (covariance[place * width + other] ?? 0)
    }
  }
  let variance = ahead[0] ?? 0
  for (const place of unknown) variance += shareOf(state, step, place) * (ahead[place] ?? 0)
  return variance
}

/** By how much what was worked out last differs from the step before, unknown figures left out. */
export function changeAhead({ arma, ahead, aheadBefore }: GapState): number {
  let most = 0
  for (let i = 0; i < arma.size; i += 1) {
    most = Math.max(most, Math.abs((ahead[i] ?? 0) - (aheadBefore[i] ?? 0)))
    aheadBefore[i] = ahead[i] ?? 0
  }
  return most
}

/** Makes an unknown figure, foreseen with this variance, a part of the state. */
export function takeInUnknown(state: GapState, step: number, variance: number): void {
  const { arma, width, ahead, covariance, unknown } = state
  if (state.shares.length === 0) return
  const place = placeOf(state, step)
  for (let i = 0; i < arma.size; i += 1) covariance[i * width + place] = ahead[i] ?? 0
  for (const other of unknown) {
    covariance[other * width + place] = ahead[other] ?? 0
    covariance[place * width + other] = ahead[other] ?? 0
  }
  covariance[place * width + place] = variance
  if (!unknown.includes(place)) unknown.push(place)
}

/**
 * Moves the covariance a step on, once what was seen is learned from; `variance` is that with which it was foreseen,
 * infinity where nothing was seen.
 */
export function moveCovariance(state: GapState, variance: number): void {
  const { arma, covariance, width, ahead, unknown, firstRow, reach } = state
  const { size, phi, load } = arma
  const last = size - 1
  const isOpen = learnFirstRow(state, variance)
  for (let i = 0; i < size; i += 1) {
    const row = i * width
    const next = row + width + 1
    const share = i < last ? (ahead[i + 1] ?? 0) / variance : 0
    for (let j = i; j < last; j += 1) {
      covariance[row + j] = (covariance[next + j] ?? 0) - share * (ahead[j + 1] ?? 0)
    }
    covariance[row + last] = 0
    const burden = load[i] ?? 0
    for (let j = i; burden !== 0 && j < size; j += 1) {
      covariance[row + j] = (covariance[row + j] ?? 0) + burden * (load[j] ?? 0)
    }
    if (isOpen && i < reach) addDrift(state, i)
    for (const place of unknown) {
      const inner = i < last ? (covariance[row + width + place] ?? 0) : 0
      const drift = (phi[i] ?? 0) * (firstRow[place] ?? 0)
      covariance[row + place] = drift + inner - share * (ahead[place] ?? 0)
    }
  }
  for (const place of unknown) {
    const share = (ahead[place] ?? 0) / variance
    for (const other of unknown) {
      const at = place * width + other
      covariance[at] = (covariance[at] ?? 0) - share * (ahead[other] ?? 0)
    }
  }
}

/** Works out what the first part of the state still has to do with the others; false where that is nothing, all being known. */
function learnFirstRow(state: GapState, variance: number): boolean {
  const { arma, covariance, ahead, unknown, firstRow } = state
  const share = (ahead[0] ?? 0) / variance
  let isOpen = false
  for (let i = 0; i < arma.size; i += 1) {
    const left = (covariance[i] ?? 0) - share * (ahead[i] ?? 0)
    firstRow[i] = left
    if (left !== 0) isOpen = true
  }
  for (const place of unknown) {
    firstRow[place] = (covariance[place] ?? 0) - share * (ahead[place] ?? 0)
  }
  return isOpen
}

/** What parts of the state come to share because they move with the first of them. */
function addDrift({ arma: { size, phi }, covariance, width, firstRow }: GapState, i: number): void {
  const own = phi[i] ?? 0
  const head = firstRow[0] ?? 0
  const below = i + 1 < size ? (firstRow[i + 1] ?? 0) : 0
  for (let j = i; j < size; j += 1) {
    const other = phi[j] ?? 0
    const beside = j + 1 < size ? (firstRow[j + 1] ?? 0) : 0
    const at = i * width + j
    covariance[at] = (covariance[at] ?? 0) + own * (other * head + beside) + other * below
  }
}

/** What of the figure kept at a place goes into that of a step. */
function shareOf({ arma, shares }: GapState, step: number, place: number): number {
  const lost = shares.length
  const back = (((step - (place - arma.size)) % lost) + lost) % lost
  return shares[(back === 0 ? lost : back) - 1] ?? 0
}
