/** How much each phase of a season stands out, by step modulo the period. */
export interface SeasonalIndices {
  /** Whether a phase multiplies what is expected, or is added to it. */
  readonly kind: 'multiplied' | 'added'
  readonly phases: readonly number[]
}

/** Indices nearer to 0 than this would blow up what is divided by them. */
const LEAST_INDEX = 0.01

/**
 * Classical decomposition: what is left of the values beside a moving average over one period, averaged
 * by phase; multiplied where all values are above 0 and no phase comes near 0, else added. Equal to R's
 * `decompose` where nothing is missing; windows with gaps count only for phases without a whole one.
 */
export function seasonalIndices(values: Float64Array, period: number): SeasonalIndices {
  const trend = {
    whole: movingAverage(values, period, 1),
    broken: movingAverage(values, period, 0.5),
  }
  const positive = values.every((value) => Number.isNaN(value) || value > 0)
  const multiplied = positive ? phasesOf({ values, trend, period }, (x, y) => x / y) : []
  if (multiplied.length > 0) {
    const center = meanOf(multiplied)
    const phases = multiplied.map((phase) => phase / center)
    if (phases.every((phase) => phase > LEAST_INDEX)) return { kind: 'multiplied', phases }
  }
  const added = phasesOf({ values, trend, period }, (x, y) => x - y)
  const center = meanOf(added)
  return { kind: 'added', phases: added.map((phase) => phase - center) }
}

/** Takes the season out of values. */
export function withoutSeason(
  values: Float64Array,
  { kind, phases }: SeasonalIndices,
): Float64Array {
  return values.map((value, step) => {
    const phase = phases[step % phases.length] ?? 0
    return kind === 'multiplied' ? value / phase : value - phase
  })
}

/** Brings the season of a step back into a value. */
export function withSeason(value: number, step: number, { kind, phases }: SeasonalIndices): number {
  const phase = phases[step % phases.length] ?? 0
  return kind === 'multiplied' ? value * phase : value + phase
}

interface Detrending {
  readonly values: Float64Array
  readonly trend: { readonly whole: Float64Array; readonly broken: Float64Array }
  readonly period: number
}

function phasesOf({ values, trend, period }: Detrending, apart: (x: number, y: number) => number) {
  const remains = (level: Float64Array) =>
    values.map((value, step) => apart(value, level[step] ?? Number.NaN))
  const whole = remains(trend.whole)
  const broken = remains(trend.broken)
  const neutral = apart(1, 1)
  return Array.from({ length: period }, (_, phase) => {
    return phaseMean(whole, phase, period) ?? phaseMean(broken, phase, period) ?? neutral
  })
}

function phaseMean(values: Float64Array, phase: number, period: number): number | null {
  let sum = 0
  let count = 0
  for (let step = phase; step < values.length; step += period) {
    const value = values[step] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    sum += value
    count += 1
  }
  return count === 0 ? null : sum / count
}

/** Centred average over a period, ends weighing half where it is even; NaN below a `least` known share. */
function movingAverage(values: Float64Array, period: number, least: number): Float64Array {
  const reach = Math.floor(period / 2)
  const edge = period % 2 === 0 ? 0.5 : 1
  return values.map((_, step) => {
    if (step < reach || step + reach >= values.length) return Number.NaN
    let sum = 0
    let weight = 0
    for (let offset = -reach; offset <= reach; offset += 1) {
      const value = values[step + offset] ?? Number.NaN
      if (Number.isNaN(value)) continue
      const share = Math.abs(offset) === reach ? edge : 1
      sum += share * value
      weight += share
    }
    return weight >= least * period ? sum / weight : Number.NaN
  })
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
