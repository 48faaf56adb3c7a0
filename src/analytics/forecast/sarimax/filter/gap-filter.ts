import type { ArmaProcess } from '../arma/stationary-arma.ts'
import { type Columns, emptyColumns } from './columns.ts'
import {
  changeAhead,
  type GapState,
  lookAhead,
  moveCovariance,
  placeOf,
  startState,
  takeInUnknown,
} from './gap-state.ts'

/** Figures as they were seen, before differencing. */
export interface SeenColumns {
  readonly columns: Columns
  /** 1 where the step is known. */
  readonly isSeen: Uint8Array
  /** What differencing takes from a figure, by steps back. */
  readonly shares: Float64Array
}

/** What was expected of each step knowing those before it; steps used up by differencing are left at 0. */
export interface StepPredictions {
  readonly means: Columns
  /** Variance of the surprise, in units of that the process has. */
  readonly variances: Float64Array
}

/** What changes less than this from step to step, for as many steps as the state has parts, has come to rest. */
const STILL = 1e-12

/**
 * A Kalman filter over the figures themselves, gaps among them: the state is the differenced process and the last
 * figures, of which those unknown are parts to be estimated. Conditional on the first figures it is exact, which is
 * the diffuse start of Durbin and Koopman (2012), chapter 5, where these are known. All columns share its gains.
 */
export function gapFilter(
  arma: ArmaProcess,
  { columns, isSeen, shares }: SeenColumns,
  steps: number,
): StepPredictions {
  const state = startState(arma, shares, columns.count)
  const lost = shares.length
  const predictions = {
    means: emptyColumns(columns.count, steps),
    variances: new Float64Array(steps),
  }
  for (let step = 0; step < lost; step += 1) keepFigure(state, columns, step)
  let calmSteps = 0
  let variance = 0
  for (let step = lost; step < steps; step += 1) {
    const isStill = calmSteps > arma.size
    if (!isStill) variance = lookAhead(state, step)
    predictions.variances[step] = variance
    predictMeans(state, predictions.means, step)
    const isKnown = step < columns.length && isSeen[step] === 1
    const isCalm = isKnown && state.unknown.length === 0 && (isStill || changeAhead(state) < STILL)
    calmSteps = isCalm ? calmSteps + 1 : 0
    const isSure = isKnown && state.unknown.length === 0
    if (isKnown) learnMeans(state, { columns, means: predictions.means, step, variance })
    else keepMeans(state, predictions.means, step)
    if (isKnown) keepFigure(state, columns, step)
    else takeInUnknown(state, step, variance)
    moveMeans(state)
    if (!(isStill && isSure)) moveCovariance(state, isKnown ? variance : Number.POSITIVE_INFINITY)
  }
  return predictions
}

function predictMeans(state: GapState, means: Columns, step: number): void {
  const { backs, shares, width } = state
  const parts = state.means.values
  for (let column = 0; column < means.count; column += 1) {
    let mean = parts[column * width] ?? 0
    for (let at = 0; at < backs.length; at += 1) {
      const back = backs[at] ?? 0
      mean += (shares[back - 1] ?? 0) * (parts[column * width + placeOf(state, step - back)] ?? 0)
    }
    means.values[column * means.length + step] = mean
  }
}

interface Seen {
  readonly columns: Columns
  readonly means: Columns
  readonly step: number
  readonly variance: number
}

function learnMeans(state: GapState, { columns, means, step, variance }: Seen): void {
  const { arma, width, ahead, unknown } = state
  const parts = state.means.values
  for (let column = 0; column < columns.count; column += 1) {
    const expected = means.values[column * means.length + step] ?? 0
    const share = ((columns.values[column * columns.length + step] ?? 0) - expected) / variance
    const base = column * width
    for (let i = 0; i < arma.size; i += 1) {
      parts[base + i] = (parts[base + i] ?? 0) + (ahead[i] ?? 0) * share
    }
    for (const place of unknown) {
      parts[base + place] = (parts[base + place] ?? 0) + (ahead[place] ?? 0) * share
    }
  }
}

function keepFigure(state: GapState, columns: Columns, step: number): void {
  if (state.shares.length === 0) return
  const place = placeOf(state, step)
  for (let column = 0; column < columns.count; column += 1) {
    state.means.values[column * state.width + place] =
      columns.values[column * columns.length + step] ?? 0
  }
  const at = state.unknown.indexOf(place)
  if (at !== -1) state.unknown.splice(at, 1)
}

/** A figure that is not known is a part of the state until differencing no longer asks for it. */
function keepMeans(state: GapState, means: Columns, step: number): void {
  if (state.shares.length === 0) return
  const place = placeOf(state, step)
  for (let column = 0; column < means.count; column += 1) {
    state.means.values[column * state.width + place] =
      means.values[column * means.length + step] ?? 0
  }
}

function moveMeans({ arma: { size, phi }, means, width }: GapState): void {
  const parts = means.values
  for (let column = 0; column < means.count; column += 1) {
    const base = column * width
    const head = parts[base] ?? 0
    for (let i = 0; i < size; i += 1) {
      const next = i + 1 < size ? (parts[base + i + 1] ?? 0) : 0
      parts[base + i] = (phi[i] ?? 0) * head + next
    }
  }
}
