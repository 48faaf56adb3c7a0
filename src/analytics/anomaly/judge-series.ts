import { addDays } from '../../lib/day.ts'
import type { Figures } from '../series.ts'
import type {
  AnomaliesJudged,
  Anomaly,
  AnomalyAnswer,
  AnomalyMethod,
  TooFewFigures,
} from './anomaly.ts'
import { type AnomalyRequest, isAsked, rangeOf, usableFigures } from './anomaly-request.ts'
import { isKnown } from './known-figure.ts'

/** What a method makes of one day; `has` is how much it had to go by. */
export type Verdict =
  | { readonly kind: 'unjudged'; readonly has: number }
  | { readonly kind: 'ordinary'; readonly has: number }
  | { readonly kind: 'odd'; readonly has: number; readonly odd: Oddness }

/** An anomaly but for what is the same for all of a method. */
export type Oddness = Omit<Anomaly, 'index' | 'day' | 'value' | 'method'>

/** A method that goes through a series day by day. */
export interface Judge {
  readonly method: AnomalyMethod
  /** How much it must have to go by, and of what. */
  readonly needs: number
  readonly of: TooFewFigures['of']
  /** Called for each day in turn, known or not; `figures` has null for days that baselines may not have. */
  judge(figures: Figures, index: number): Verdict
}

/**
 * Goes from the first day of a series to the last of the asked range, so that a judge can remember what it found,
 * and answers for the range alone.
 */
export function judgeSeries(request: AnomalyRequest, judge: Judge): AnomalyAnswer {
  const { values, first } = request.series
  const figures = usableFigures(request)
  const { from, to } = rangeOf(request)
  const anomalies: Anomaly[] = []
  const seen = { has: 0, judgedDays: 0, unjudgedDays: 0 }
  for (let index = 0; index <= to; index += 1) {
    const verdict = judge.judge(figures, index)
    if (index < from) continue
    seen.has = Math.max(seen.has, verdict.has)
    const value = values[index]
    if (!isKnown(value)) continue
    if (verdict.kind === 'unjudged') seen.unjudgedDays += 1
    else seen.judgedDays += 1
    if (verdict.kind !== 'odd' || !isAsked(request, verdict.odd.direction)) continue
    const day = addDays(first, index)
    anomalies.push({ index, day, value, ...verdict.odd, method: judge.method })
  }
  return answerOf(judge, anomalies, seen)
}

function answerOf(
  { needs, of }: Judge,
  anomalies: readonly Anomaly[],
  { has, ...days }: Omit<AnomaliesJudged, 'kind' | 'anomalies'> & { readonly has: number },
): AnomalyAnswer {
  if (has < needs) return { kind: 'too-few', has, needs, of }
  return { kind: 'judged', anomalies, ...days }
}
