import type { AnomalyAnswer, AnomalyDirection } from '../anomaly/anomaly.ts'
import type { AnomalyRequest, IndexRange } from '../anomaly/anomaly-request.ts'
import { type ForestAnomalyOptions, forestAnomalies } from '../anomaly/forest/forest-anomalies.ts'
import { type RollingZOptions, rollingZ } from '../anomaly/rolling-z.ts'
import {
  type SeasonalRobustZOptions,
  seasonalRobustZ,
} from '../anomaly/seasonal/seasonal-robust-z.ts'
import { type ShapeAnomalyOptions, shapeAnomalies } from '../anomaly/shape/shape-anomalies.ts'
import type { DailySeries } from '../series.ts'

/** A method of looking for anomalies as people name it, with its own options. */
export type Judgement =
  | { readonly method: 'rolling'; readonly options: RollingZOptions }
  | { readonly method: 'robust'; readonly options: SeasonalRobustZOptions }
  | { readonly method: 'forest'; readonly options: ForestAnomalyOptions }
  | { readonly method: 'shape'; readonly options: ShapeAnomalyOptions }

/** A series that is judged as somebody asks; plain data, so that it can be sent to another thread. */
export interface JudgeOrder {
  readonly series: DailySeries
  /** Places of the days that a person spoke for. */
  readonly exempt: readonly number[]
  /** Places that are judged; those before serve as history. */
  readonly range: IndexRange
  readonly direction: AnomalyDirection | 'both'
  readonly judgement: Judgement
}

/** Judges a series by the method and options asked for; throws a `RangeError` for options out of their range. */
export function judgeNow({ exempt, judgement, ...asked }: JudgeOrder): AnomalyAnswer {
  const request: AnomalyRequest = { ...asked, exempt: new Set(exempt) }
  switch (judgement.method) {
    case 'rolling':
      return rollingZ(request, judgement.options)
    case 'robust':
      return seasonalRobustZ(request, judgement.options)
    case 'forest':
      return forestAnomalies(request, judgement.options)
    case 'shape':
      return shapeAnomalies(request, judgement.options)
  }
}
