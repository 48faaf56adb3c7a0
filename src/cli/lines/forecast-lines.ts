import type { ForecastDay } from '../../analytics/study/forecast-days.ts'
import type { ShownForecast } from '../../analytics/study/model-now.ts'
import { toldRegressors } from '../../analytics/study/told-regressors.ts'
import { aboutWords, amountWords } from '../../language/amount-words.ts'
import {
  AGGREGATE_WORDS,
  FORECAST_WORDS as F,
  lackWords,
  MODEL_WORDS,
  PART_WORDS,
  partMeasureWords,
  reliabilityWords,
  staleWords,
} from '../../language/forecast-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { percentOf } from '../../language/share-words.ts'
import type { ForecastRow } from '../../reports/forecast-table.ts'
import { type Alignment, tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

type Words = (phrase: Phrase) => string

/** A forecast as a person asked for it. */
export interface TellableForecast {
  readonly model: ShownForecast
  readonly days: readonly ForecastDay[]
  readonly level: number
  readonly whole: boolean
  /** Since when the model serves, by the clock; null where it was chosen just now and is not kept. */
  readonly since: string | null
  /** How old the last figure is. */
  readonly daysAgo: number
  readonly isStale: boolean
  readonly withFolds: boolean
}

/** What is expected day by day, by which model, and how far it can be relied on. */
export function forecastLines(told: TellableForecast, language: Language): string[] {
  const words: Words = (phrase) => say(phrase, language)
  const { model, days, daysAgo, isStale, withFolds, whole } = told
  const name = `${model.source}: ${model.metric} (${words(AGGREGATE_WORDS[model.aggregate])})`
  const figure = (value: number) => words(whole ? amountWords(value) : aboutWords(value))
  const titles = [F.day, F.mean, F.lower, F.upper].map((title) => words(title).toUpperCase())
  const rows = days.map(({ day, mean, lower, upper }) => [
    ...[day, figure(mean), figure(lower), figure(upper)],
  ])
  return [
    shownText(name),
    words(modelLine(told)),
    ...(model.lack ? [words(lackWords(model.lack))] : []),
    ...(isStale ? [words(staleWords(model.lastDay, daysAgo))] : []),
    words(reliabilityWords(model.reliability)),
    ...partLines(model, words),
    ...regressorLines(model, words),
    ...(withFolds ? foldLines(model, words) : []),
    '',
    words(intervalLine(told.level)),
    ...tableLines([titles, ...rows], ['left', 'right', 'right', 'right'], 0),
  ]
}

function modelLine({ model, since }: TellableForecast): Phrase {
  const name = MODEL_WORDS[model.model]
  const days = countWords(model.known)
  const when =
    since === null
      ? {
          en: 'chosen just now for this answer and not kept',
          es: 'elegido ahora para esta respuesta, sin guardarse',
        }
      : { en: `chosen ${since}`, es: `elegido el ${since}` }
  return {
    en: `by ${name.en}, ${when.en}; from ${days.en} days with a figure, ${model.firstDay} - ${model.lastDay}`,
    es: `según ${name.es}, ${when.es}; con ${days.es} días con cifra, ${model.firstDay} - ${model.lastDay}`,
  }
}

function intervalLine(level: number): Phrase {
  return {
    en: `What is expected, and between what it lies at ${level} %:`,
    es: `Lo que se espera, y entre qué valores con un ${level} %:`,
  }
}

function partLines({ reliability }: ShownForecast, words: Words): string[] {
  if (reliability.kind !== 'scored') return []
  const rows = reliability.parts.map(({ name, points, weight, measured }) => [
    words(PART_WORDS[name]),
    words(aboutWords(points)),
    `/ ${weight}`,
    words(partMeasureWords(name, measured)),
  ])
  return tableLines(rows, ['left', 'right', 'right', 'left'], 2)
}

/** What moves the metric, what one more of it adds, and how sure that is. */
function regressorLines(model: ShownForecast, words: Words): string[] {
  const told = toldRegressors(model)
  if (told.length === 0) return []
  const titles = [F.regressor, F.adds, F.standardError].map((title) => words(title).toUpperCase())
  const rows = told.map(({ name, coefficient, standardError, missing }) => [
    shownText(name),
    coefficient === null ? '-' : words(aboutWords(coefficient)),
    standardError === null ? '-' : words(aboutWords(standardError)),
    missing === 0 ? '' : words(missingWords(missing)),
  ])
  return [
    '',
    words(told.some(({ isHeeded }) => isHeeded) ? HEEDED : UNHEEDED),
    ...tableLines([[...titles, ''], ...rows], ['left', 'right', 'right', 'left'], 2),
  ]
}

const HEEDED: Phrase = {
  en: 'What one more of each regressor adds to a day:',
  es: 'Lo que una unidad más de cada regresor suma a un día:',
}
const UNHEEDED: Phrase = {
  en: 'The model shown does not heed the regressors, for they do not make a better one; what one more of each would add to a day:',
  es: 'El modelo mostrado no atiende a los regresores, pues no lo mejoran; lo que una unidad más de cada uno sumaría a un día:',
}

function missingWords(days: number): Phrase {
  const count = countWords(days)
  return {
    en: `unknown on ${count.en} days of the history, which are left out`,
    es: `desconocido en ${count.es} días de la historia, que se dejan fuera`,
  }
}

const LEFT_TWO: readonly Alignment[] = ['right', 'left']
const TRIED: Phrase = {
  en: 'How it would have done:',
  es: 'Cómo le habría ido:',
}
const RIVALS: Phrase = {
  en: 'What was tried, by mean scaled error (MASE, smaller is better):',
  es: 'Lo que se probó, por error escalado medio (MASE, menos es mejor):',
}

function foldLines({ folds, candidates }: ShownForecast, words: Words): string[] {
  if (folds.length === 0) return []
  const measures = ['mae', 'rmse', 'mape', 'smape', 'mase'] as const
  const titles = [
    ...[F.fold, F.origin, F.steps].map((title) => words(title).toUpperCase()),
    ...['MAE', 'RMSE', 'MAPE', 'sMAPE', 'MASE'],
    words(F.coverage).toUpperCase(),
  ]
  const rows = folds.map((fold) => [
    ...[`${fold.n}`, fold.origin, `${fold.steps}`],
    ...measures.map((key) => measured(fold[key], words)),
    fold.coverage === null ? '-' : words(percentOf(fold.coverage * 100)),
  ])
  const right = Array.from({ length: 7 }, (): Alignment => 'right')
  const rivals = candidates
    .toSorted((a, b) => (a.mase ?? Infinity) - (b.mase ?? Infinity))
    .map(({ model, mase }) => [words(MODEL_WORDS[model]), measured(mase, words)])
  return [
    ...['', words(TRIED), ...tableLines([titles, ...rows], [...LEFT_TWO, ...right], 2)],
    ...['', words(RIVALS), ...tableLines(rivals, ['left', 'right'], 2)],
  ]
}

function measured(value: number | null, words: Words): string {
  return value === null ? '-' : words(aboutWords(value))
}

/** The models of all series, the least reliable first. */
export function forecastsLines(rows: readonly ForecastRow[], language: Language): string[] {
  const words: Words = (phrase) => say(phrase, language)
  if (rows.length === 0) return [words(NO_MODELS)]
  const titles = [F.source, F.metric, F.badge, F.score, F.lastDay, F.stale, F.model, F.lack]
  const table = rows.map((row) => [
    ...[row.source, row.metric, row.badge ?? '-'],
    row.score === null ? '-' : words(aboutWords(row.score)),
    row.lastDay,
    words(row.isStale ? F.isStale : F.isCurrent),
    words(MODEL_WORDS[row.model]),
    row.lack ? words(lackWords(row.lack)) : '',
  ])
  return tableLines(
    [titles.map((title) => words(title).toUpperCase()), ...table],
    ['left', 'left', 'left', 'right'],
    0,
  )
}

const NO_MODELS: Phrase = {
  en: 'No forecast is kept yet. "muster study" works them out, and every night does.',
  es: 'Aún no se guarda ningún pronóstico. Los calcula «muster study», y también cada noche.',
}
