/** Values brought to about unit size, as they are or as logarithms; NaN where nothing is known. */
export interface ScaledValues {
  readonly values: Float64Array
  readonly center: number
  readonly scale: number
  readonly logarithms: boolean
  /** How many are known. */
  readonly known: number
  /** What scaling adds to minus twice the log-likelihood, so that both ways compare. */
  readonly deviance: number
}

/** Takes the mean out and divides by the standard deviation; logarithms need values above 0. */
export function scaleValues(values: Float64Array, logarithms: boolean): ScaledValues {
  const taken = logarithms ? values.map(Math.log) : values
  let sum = 0
  let known = 0
  for (const value of taken) {
    if (Number.isNaN(value)) continue
    sum += value
    known += 1
  }
  const center = sum / known
  let squares = 0
  for (const value of taken) if (!Number.isNaN(value)) squares += (value - center) ** 2
  const scale = Math.sqrt(squares / known) || 1
  return {
    values: taken.map((value) => (value - center) / scale),
    center,
    scale,
    logarithms,
    known,
    deviance: 2 * known * Math.log(scale) + (logarithms ? 2 * center * known : 0),
  }
}

/** Brings a scaled value back. */
export function unscaled({ center, scale, logarithms }: ScaledValues, value: number): number {
  const back = center + scale * value
  return logarithms ? Math.exp(back) : back
}

/**
 * Brings an error back; of logarithms to first order, the error as a share of `median`: the exact spread
 * of a log-normal variable has no bound a person could use once the steps ahead are many.
 */
export function unscaledError(scaled: ScaledValues, error: number, median: number): number {
  return scaled.scale * error * (scaled.logarithms ? median : 1)
}
