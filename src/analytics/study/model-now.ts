import type { NamedSeries } from '../figures/store.ts'
import { newStudies, type StudiedSeries } from './new-studies.ts'
import type { KeptFold, ShownModel } from './queries.ts'
import type { Study } from './study-series.ts'

/** A model with its folds, kept or not. */
export type ShownForecast = Omit<ShownModel, 'chosenAt' | 'fittedAt' | 'runId'> & {
  readonly folds: readonly KeptFold[]
}

/** The model that a study came to, as it would be shown had it been kept; null where none can be fitted. */
export function modelNow(
  named: NamedSeries & Pick<StudiedSeries, 'regressors' | 'causes'>,
  study: Study,
): ShownForecast | null {
  const studied = { ...named, study, figuresHash: '', judgedFrom: named.series.first }
  const { models, folds } = newStudies([studied])
  const [model] = models
  if (!model) return null
  const { kept, outlook, reliability, lack, ...rest } = model
  const { figuresHash: _, period: __, effects: ___, ...shown } = rest
  const scored = reliability.kind === 'scored' ? reliability : { score: null, badge: null }
  return {
    ...{ ...shown, ...kept, ...outlook, reliability, lack, folds, isSkilled: lack === null },
    ...{ score: scored.score, badge: scored.badge },
  }
}
