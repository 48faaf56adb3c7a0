import type { Figures } from '../../../series.ts'

/** Seasons on either side that tell the seasonal part of a figure. */
const SEASONS_AROUND = 6

/**
 * How much of what varies about the trend comes with the season, from 0 to 1: Wang, Smith and Hyndman (2006). The
 * trend is a mean over a season, the seasonal part the mean of the same place in 13 seasons; gaps are left out. 0
 * where fewer than two seasons are known or nothing varies.
 *
 * @example seasonalStrength([1, 5, 1, 5, 1, 5, 1, 5], 2) // => 1
 */
export function seasonalStrength(figures: Figures, period: number): number {
  if (period < 2 || figures.length < 2 * period) return 0
  const level = trendOf(figures, period)
  const left = figures.map((value, at) => {
    const trend = level[at] ?? null
    return value === null || trend === null ? null : value - trend
  })
  const seasonal = left.map((value, at) => (value === null ? null : meanAround(left, at, period)))
  const rest = left.map((value, at) => {
    const part = seasonal[at] ?? null
    return value === null || part === null ? null : value - part
  })
  const whole = varianceOf(left)
  return whole > 0 ? Math.max(0, 1 - varianceOf(rest) / whole) : 0
}

/** The mean of the season around each step, of even periods with half weights at its ends; null at the ends. */
function trendOf(figures: Figures, period: number): Figures {
  const half = Math.floor(period / 2)
  return figures.map((_, at) => {
    if (at < half || at + half >= figures.length) return null
    let sum = 0
    let weights = 0
    for (let back = -half; back <= half; back += 1) {
      const value = figures[at + back] ?? null
      const weight = period % 2 === 0 && Math.abs(back) === half ? 0.5 : 1
      if (value === null) continue
      sum += weight * value
      weights += weight
    }
    return weights >= period / 2 ? sum / weights : null
  })
}

function meanAround(left: Figures, at: number, period: number): number | null {
  let sum = 0
  let count = 0
  for (let season = -SEASONS_AROUND; season <= SEASONS_AROUND; season += 1) {
    const value = left[at + season * period] ?? null
    if (value === null) continue
    sum += value
    count += 1
  }
  return count >= 2 ? sum / count : null
}

function varianceOf(figures: Figures): number {
  const known = figures.filter((value) => value !== null)
  if (known.length < 2) return 0
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  return known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length
}
