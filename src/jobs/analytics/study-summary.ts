import type { Study } from '../../analytics/study/study-series.ts'
import { AppError } from '../../lib/errors.ts'

/** What a study came to. */
export interface StudySummary {
  /** Series there are. */
  readonly series: number
  /** For which a model was chosen, of them those that beat the naive ones. */
  readonly chosen: number
  readonly skilled: number
  /** Whose model looked at new figures. */
  readonly lookedAgain: number
  /** Without new figures. */
  readonly unchanged: number
  /** Of which too few days are known to fit any model. */
  readonly unknown: number
  /** Looked at for what is odd only: those of a site, unless their forecasts are wanted too. */
  readonly judgedOnly: number
  /** Days found odd among those judged anew, and how many of them were not known to be. */
  readonly anomalies: number
  readonly newAnomalies: number
  /** That could not be studied, and why the first of them could not; what was known of them stays. */
  readonly broken: number
  readonly faults: readonly SeriesFault[]
}

/** Why a series could not be studied: a named failure, or a bug as it was said. */
export interface SeriesFault {
  readonly source: string
  readonly metric: string
  readonly error: { readonly code: string; readonly details: object } | { readonly bug: string }
}

/** As many faults are told one by one. */
const TOLD_FAULTS = 20

export const NO_STUDY: StudySummary = {
  ...{ series: 0, chosen: 0, skilled: 0, lookedAgain: 0, unchanged: 0, unknown: 0, judgedOnly: 0 },
  ...{ anomalies: 0, newAnomalies: 0, broken: 0, faults: [] },
}

/** What some studies came to, before they are kept. */
export function summaryOf(studies: readonly Study[]): StudySummary {
  const forecasts = studies.map(({ forecast }) => forecast)
  const ofKind = (kind: Study['forecast']['kind']) =>
    forecasts.filter((forecast) => forecast.kind === kind).length
  const odd = studies.map(({ anomalies: found }) =>
    found.kind === 'judged' ? found.anomalies.length : 0,
  )
  return {
    ...NO_STUDY,
    ...{ chosen: ofKind('chosen'), lookedAgain: ofKind('used-again'), unknown: ofKind('unknown') },
    skilled: forecasts.filter((forecast) => forecast.kind === 'chosen' && forecast.lack === null)
      .length,
    judgedOnly: ofKind('unasked'),
    anomalies: odd.reduce((sum, each) => sum + each, 0),
  }
}

/** Two parts of a study together. */
export function addSummaries(one: StudySummary, other: StudySummary): StudySummary {
  const sum = (key: Exclude<keyof StudySummary, 'faults'>) => one[key] + other[key]
  return {
    ...{ series: sum('series'), chosen: sum('chosen'), skilled: sum('skilled') },
    ...{ lookedAgain: sum('lookedAgain'), unchanged: sum('unchanged'), unknown: sum('unknown') },
    ...{ judgedOnly: sum('judgedOnly'), anomalies: sum('anomalies') },
    ...{ newAnomalies: sum('newAnomalies'), broken: sum('broken') },
    faults: [...one.faults, ...other.faults].slice(0, TOLD_FAULTS),
  }
}

/** `differences` where some series could not be studied, `failed` where none of those that had to be could. */
export function stateOfStudy(summary: StudySummary): 'agreed' | 'differences' | 'failed' {
  const { broken, chosen, lookedAgain, judgedOnly, unknown, unchanged } = summary
  if (broken === 0) return 'agreed'
  return chosen + lookedAgain + judgedOnly + unknown + unchanged > 0 ? 'differences' : 'failed'
}

/** What is told of an error that a series ended by. */
export function faultOf(error: unknown): SeriesFault['error'] {
  if (error instanceof AppError) return { code: error.code, details: error.details }
  return { bug: String(error) }
}
