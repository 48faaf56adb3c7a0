import type { AnomalyAnswer } from '../../analytics/anomaly/anomaly.ts'
import { type JudgeOrder, judgeNow } from '../../analytics/study/judge-now.ts'
import { type Study, type StudyOrder, studySeries } from '../../analytics/study/study-series.ts'

/** A study, or what a series made it end by, as it was said. */
export type StudyOutcome =
  | { readonly kind: 'studied'; readonly study: Study }
  | { readonly kind: 'broken'; readonly bug: string }

/** What a worker thread does: studies one series after another, whatever one of them does. Loaded by `study-pool.ts`. */
export function study(orders: readonly StudyOrder[]): StudyOutcome[] {
  return orders.map((order) => {
    try {
      return { kind: 'studied', study: studySeries(order) }
    } catch (error) {
      return { kind: 'broken', bug: String(error) }
    }
  })
}

/** Judges a series as somebody asks. */
export function judge(order: JudgeOrder): AnomalyAnswer {
  return judgeNow(order)
}
