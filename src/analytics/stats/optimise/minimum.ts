/** What is to be made small; anything but a finite number counts as infinitely large. The point is not to be kept. */
export type Objective = (point: Float64Array) => number

/** Writes the slope of an objective at a point, whose value is known, into the last argument. */
export type Gradient = (point: Float64Array, value: number, into: Float64Array) => void

/** Where a search ended. */
export interface Minimum {
  readonly point: Float64Array
  readonly value: number
  /** Whether it ended because nothing was left to gain, not because its steps ran out. */
  readonly hasConverged: boolean
  readonly iterations: number
}

/** The value of an objective, infinity in the place of what is no finite number. */
export function valueAt(objective: Objective, point: Float64Array): number {
  const value = objective(point)
  return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY
}
