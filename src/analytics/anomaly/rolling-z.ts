import type { Figures } from '../series.ts'
import { mean } from '../stats/mean.ts'
import { sampleDeviation } from '../stats/sample-deviation.ts'
import type { AnomalyAnswer } from './anomaly.ts'
import type { AnomalyRequest } from './anomaly-request.ts'
import { judgeSeries, type Oddness, type Verdict } from './judge-series.ts'
import { isKnown } from './known-figure.ts'
import { checkOption, checkWholeOption, type OptionRange } from './option-range.ts'
import { finite, isSameFigure } from './same-figure.ts'

export interface RollingZOptions {
  /** Days before the judged one: a week unless given, so that each weekday is in it once. */
  readonly window?: number
  /** Sample deviations from the mean that flag a day: 3 unless given. */
  readonly threshold?: number
  /** Known days that the window must have: all of them unless given. */
  readonly minPeriods?: number
}

const WINDOW: OptionRange = [2, 365]
const THRESHOLD: OptionRange = [0.1, 100]

/**
 * Flags figures that are far from the mean of the days before them, in sample standard deviations of those days.
 * A history of one figure has no deviation: any other figure after it is flagged without a score. Throws a
 * `RangeError` for options out of their range.
 */
export function rollingZ(request: AnomalyRequest, options: RollingZOptions = {}): AnomalyAnswer {
  const { window = 7, threshold = 3, minPeriods = window } = options
  checkWholeOption('window', window, WINDOW)
  checkOption('threshold', threshold, THRESHOLD)
  checkWholeOption('minPeriods', minPeriods, [2, window])
  const judge = (figures: Figures, index: number): Verdict => {
    const before = figures.slice(Math.max(index - window, 0), index).filter(isKnown)
    const value = figures[index]
    const has = before.length
    if (has < minPeriods || !isKnown(value)) return { kind: 'unjudged', has }
    const odd = oddness(value, before, threshold)
    return odd ? { kind: 'odd', has, odd } : { kind: 'ordinary', has }
  }
  return judgeSeries(request, { method: 'rolling-z', needs: minPeriods, of: 'days', judge })
}

function oddness(value: number, before: readonly number[], threshold: number): Oddness | null {
  const [constant = 0] = before
  const days = before.length
  if (before.every((each) => isSameFigure(each, constant))) {
    if (isSameFigure(value, constant)) return null
    const why = { kind: 'constant-history-changed', constant, days } as const
    return { expected: constant, score: null, direction: sideOf(value, constant), why }
  }
  const center = mean(before)
  const deviation = sampleDeviation(before)
  const score = finite(finite(value - center) / deviation)
  if (Math.abs(score) < threshold) return null
  const why = { kind: 'far-from-recent-mean', mean: center, deviation, days, threshold } as const
  return { expected: center, score, direction: sideOf(value, center), why }
}

function sideOf(value: number, expected: number): 'high' | 'low' {
  return value > expected ? 'high' : 'low'
}
