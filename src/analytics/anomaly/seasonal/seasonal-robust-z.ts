import { mean } from '../../stats/mean.ts'
import { median } from '../../stats/median.ts'
import { medianAbsoluteDeviation } from '../../stats/median-absolute-deviation.ts'
import { MAD_TO_SIGMA } from '../../stats/robust-z-score.ts'
import type { AnomalyAnswer } from '../anomaly.ts'
import type { AnomalyRequest } from '../anomaly-request.ts'
import { judgeSeries, type Oddness, type Verdict } from '../judge-series.ts'
import { isKnown } from '../known-figure.ts'
import { checkOption, checkWholeOption, type OptionRange } from '../option-range.ts'
import { finite } from '../same-figure.ts'
import { type SmallChange, smallChangeFloor } from '../small-change.ts'
import { weekdayAfter } from '../weekday.ts'
import { type BaselineMemory, baselineMemory } from './baseline-memory.ts'
import { type WeekdayProfile, weekdayProfile } from './weekday-profile.ts'

export interface SeasonalRobustZOptions extends SmallChange {
  /** Weeks that the profile is of: 8 unless given, enough for medians and few enough to follow a drift. */
  readonly weeks?: number
  /** Robust standard deviations that flag a day: 3.5 unless given, as Iglewicz and Hoaglin (1993) advise. */
  readonly threshold?: number
}

const WEEK = 7
const WEEKS: OptionRange = [4, 52]
const THRESHOLD: OptionRange = [0.1, 100]
const SMALL_CHANGE: OptionRange = [0, Number.MAX_VALUE]
/** Two weeks for a first profile, and as many days on which it showed how far it is out. */
const DAYS_OF_PROFILE = 2 * WEEK
const FEWEST_ERRORS = 2 * WEEK
const NEEDS = DAYS_OF_PROFILE + FEWEST_ERRORS
/** Makes the mean absolute deviation of normal figures comparable to their standard deviation. */
const MEAN_DEVIATION_TO_SIGMA = Math.sqrt(Math.PI / 2)

/**
 * Flags figures that are far from the recent level and what their weekday usually adds to it. How far is far is
 * measured by how wrong that same expectation was on the days before (median and MAD of its errors), so that noise,
 * drift and what the profile cannot know are all in it. Days found odd serve no later baseline. Throws
 * a `RangeError` for options out of their range.
 */
export function seasonalRobustZ(
  request: AnomalyRequest,
  options: SeasonalRobustZOptions = {},
): AnomalyAnswer {
  const { weeks = 8, threshold = 3.5, smallChange = 0, smallChangeShare = 0 } = options
  checkWholeOption('weeks', weeks, WEEKS)
  checkOption('threshold', threshold, THRESHOLD)
  checkOption('smallChange', smallChange, SMALL_CHANGE)
  checkOption('smallChangeShare', smallChangeShare, SMALL_CHANGE)
  const judgeDay = seasonalJudge({ ...options, weeks, threshold })
  const memory = baselineMemory()
  const { first } = request.series
  return judgeSeries(request, {
    ...{ method: 'seasonal-robust-z', needs: NEEDS, of: 'days' },
    judge: (figures, index) => {
      const value = figures[index] ?? null
      const verdict = judgeDay({ memory, index, value, weekday: weekdayAfter(first, index) })
      memory.remember({
        ...{ index, value, odd: verdict.kind === 'odd' ? verdict.odd.direction : null },
      })
      return verdict
    },
  })
}

interface JudgedDay {
  readonly memory: BaselineMemory
  readonly index: number
  readonly value: number | null
  readonly weekday: number
}

type Settled = SmallChange & Required<Pick<SeasonalRobustZOptions, 'weeks' | 'threshold'>>

/** A judge that remembers how wrong it was. */
function seasonalJudge(settled: Settled): (day: JudgedDay) => Verdict {
  const errors: (number | null)[] = []
  return (day) => {
    errors.push(null)
    const { memory, index, value } = day
    const from = Math.max(index - settled.weeks * WEEK, 0)
    const before = memory.figures.slice(from, index).filter(isKnown)
    const has = before.length
    if (value === null || has < DAYS_OF_PROFILE) return { kind: 'unjudged', has }
    const profile = weekdayProfile(memory.figures, index, settled.weeks)
    if (!profile) return { kind: 'unjudged', has }
    const error = finite(value - profile.level - profile.effect)
    const known = errors.slice(from).filter(isKnown)
    errors[index] = error
    if (known.length < FEWEST_ERRORS || has < NEEDS) return { kind: 'unjudged', has }
    const odd = oddness({ ...day, value, profile, error }, { before, errors: known, settled })
    if (!odd) return { kind: 'ordinary', has }
    errors[index] = null
    return { kind: 'odd', has, odd }
  }
}

interface Expectation extends JudgedDay {
  readonly value: number
  readonly profile: WeekdayProfile
  readonly error: number
}

interface Baseline {
  /** Known figures of the weeks before. */
  readonly before: readonly number[]
  readonly errors: readonly number[]
  readonly settled: Settled
}

function oddness(day: Expectation, { before, errors, settled }: Baseline): Oddness | null {
  const { threshold } = settled
  const { level, effect } = day.profile
  const expected = finite(finite(level + effect) + median(errors))
  const distance = finite(day.value - expected)
  const floor = smallChangeFloor(settled, expected, before) / threshold
  const usual = spreadOf(errors)
  const spread = finite(Math.max(usual, floor))
  const direction = distance > 0 ? 'high' : 'low'
  if (distance === 0) return null
  if (spread === 0) {
    const days = before.length
    const why = { kind: 'constant-history-changed', constant: expected, days } as const
    return { expected, score: null, direction, why }
  }
  const score = finite(distance / spread)
  if (Math.abs(score) < threshold) return null
  const profile = { weekday: day.weekday, level: finite(expected - effect), weekdayEffect: effect }
  const isFloor = usual < floor
  const why = { kind: 'far-from-weekday', ...profile, spread, isFloor, threshold } as const
  return { expected, score, direction, why }
}

/** One robust standard deviation; where most errors are equal, what the others say of it. */
function spreadOf(errors: readonly number[]): number {
  const byMedian = MAD_TO_SIGMA * medianAbsoluteDeviation(errors)
  if (byMedian > 0) return byMedian
  const center = median(errors)
  return MEAN_DEVIATION_TO_SIGMA * mean(errors.map((error) => finite(Math.abs(error - center))))
}
