import { aboutWords } from './amount-words.ts'
import type { Phrase } from './language.ts'
import { countWords } from './list-words.ts'
import { percentOf } from './share-words.ts'

export type ModelWord =
  | 'naive'
  | 'seasonal-naive'
  | 'theta'
  | 'damped-ets'
  | 'sarimax'
  | 'combination'

/** The ways of looking ahead. */
export const MODEL_WORDS: Record<ModelWord, Phrase> = {
  naive: { en: 'the last value', es: 'el último valor' },
  'seasonal-naive': { en: 'the last week again', es: 'la última semana repetida' },
  theta: { en: 'Theta', es: 'método Theta' },
  'damped-ets': { en: 'damped smoothing', es: 'suavizado amortiguado' },
  sarimax: { en: 'SARIMAX model', es: 'modelo SARIMAX' },
  combination: { en: 'mean of several models', es: 'media de varios modelos' },
}

/** The figures of a day that a metric is looked at by. */
export const AGGREGATE_WORDS: Record<
  'sum' | 'average' | 'count' | 'min' | 'max' | 'subjects',
  Phrase
> = {
  sum: { en: 'sum', es: 'suma' },
  average: { en: 'average', es: 'media' },
  count: { en: 'count', es: 'cantidad' },
  min: { en: 'least', es: 'mínimo' },
  max: { en: 'most', es: 'máximo' },
  subjects: { en: 'subjects', es: 'sujetos' },
}

/** Why a naive model is shown. */
export interface ToldLack {
  readonly because: 'too-few' | 'not-better' | 'never-varies'
  readonly has: number
  readonly needs: number
}

/** Why a forecast has no skill, in words. */
export function lackWords({ because, has, needs }: ToldLack): Phrase {
  const [is, wanted] = [countWords(has), countWords(needs)]
  switch (because) {
    case 'too-few':
      return {
        en: `no skill yet: ${is.en} of ${wanted.en} days`,
        es: `aún sin acierto propio: ${is.es} de ${wanted.es} días`,
      }
    case 'not-better':
      return {
        en: 'no skill yet: no model errs notably less than this one',
        es: 'aún sin acierto propio: ningún modelo yerra notablemente menos que este',
      }
    case 'never-varies':
      return {
        en: 'no skill needed: the figures never vary',
        es: 'no hace falta acierto propio: las cifras nunca varían',
      }
  }
}

export type PartWord = 'closeness' | 'skill' | 'coverage' | 'steadiness'

/** What reliability is made of. */
export const PART_WORDS: Record<PartWord, Phrase> = {
  closeness: { en: 'closeness', es: 'cercanía' },
  skill: { en: 'skill', es: 'acierto' },
  coverage: { en: 'coverage', es: 'cobertura' },
  steadiness: { en: 'steadiness', es: 'constancia' },
}

/** What a part was earned by, in words. `measured` is a share. */
export function partMeasureWords(name: PartWord, measured: number): Phrase {
  const percent = percentOf(measured * 100)
  switch (name) {
    case 'closeness':
      return {
        en: `its errors come to ${percent.en} of the figures`,
        es: `sus errores suman el ${percent.es} de las cifras`,
      }
    case 'skill':
      return measured >= 0
        ? {
            en: `saves ${percent.en} of the naive error`,
            es: `ahorra el ${percent.es} del error ingenuo`,
          }
        : {
            en: `errs ${percentOf(-measured * 100).en} more than the naive one`,
            es: `yerra un ${percentOf(-measured * 100).es} más que el ingenuo`,
          }
    case 'coverage':
      return {
        en: `${percent.en} of the figures lay in the interval of 95 %`,
        es: `el ${percent.es} de las cifras cayó en el intervalo del 95 %`,
      }
    case 'steadiness':
      return {
        en: `its errors vary by ${percent.en} from one time to another`,
        es: `sus errores varían un ${percent.es} de una vez a otra`,
      }
  }
}

/** How far a forecast can be relied on, as far as words need it. */
export type ToldReliability =
  | {
      readonly kind: 'scored'
      readonly score: number
      readonly badge: 'A' | 'B' | 'C' | 'D'
      readonly held: boolean
    }
  | { readonly kind: 'too-few'; readonly has: number; readonly needs: number }

/** The badge in words, or why there is none. */
export function reliabilityWords(reliability: ToldReliability): Phrase {
  if (reliability.kind === 'too-few') {
    const [is, wanted] = [countWords(reliability.has), countWords(reliability.needs)]
    return {
      en: `reliability unknown: ${is.en} of the ${wanted.en} days it takes to try a forecast`,
      es: `fiabilidad desconocida: ${is.es} de los ${wanted.es} días que hacen falta para probar un pronóstico`,
    }
  }
  const { score, badge, held } = reliability
  const figure = aboutWords(score)
  const below = held ? HELD : { en: '', es: '' }
  return {
    en: `reliability ${badge} (${figure.en} of 100)${below.en}`,
    es: `fiabilidad ${badge} (${figure.es} de 100)${below.es}`,
  }
}

const HELD: Phrase = {
  en: ', held below B because it is no better than a naive one',
  es: ', sin llegar a B porque no supera a uno ingenuo',
}

/** That the figures end some days ago. */
export function staleWords(lastDay: string, daysAgo: number): Phrase {
  const count = countWords(daysAgo)
  return {
    en: `the last figure is of ${lastDay}, ${count.en} days ago: what is shown follows that day`,
    es: `la última cifra es del ${lastDay}, hace ${count.es} días: lo que se muestra sigue a ese día`,
  }
}

/** Titles and columns of what is expected. */
export const FORECAST_WORDS = {
  forecast: { en: 'Forecast', es: 'Pronóstico' },
  forecasts: { en: 'Forecasts', es: 'Pronósticos' },
  folds: { en: 'Trials', es: 'Pruebas' },
  source: { en: 'Source', es: 'Fuente' },
  metric: { en: 'Metric', es: 'Métrica' },
  aggregate: { en: 'Figure', es: 'Cifra' },
  day: { en: 'Day', es: 'Día' },
  mean: { en: 'Expected', es: 'Se espera' },
  lower: { en: 'At least', es: 'Como mínimo' },
  upper: { en: 'At most', es: 'Como máximo' },
  model: { en: 'Model', es: 'Modelo' },
  badge: { en: 'Badge', es: 'Distintivo' },
  score: { en: 'Score', es: 'Puntuación' },
  lack: { en: 'Skill', es: 'Acierto' },
  lastDay: { en: 'Last day', es: 'Último día' },
  stale: { en: 'State', es: 'Estado' },
  chosen: { en: 'Chosen', es: 'Elegido' },
  part: { en: 'Part', es: 'Parte' },
  points: { en: 'Points', es: 'Puntos' },
  weight: { en: 'Of', es: 'De' },
  measured: { en: 'By', es: 'Por' },
  fold: { en: 'Trial', es: 'Prueba' },
  origin: { en: 'Known up to', es: 'Conocido hasta' },
  steps: { en: 'Days', es: 'Días' },
  coverage: { en: 'In the interval', es: 'En el intervalo' },
  regressor: { en: 'Regressor', es: 'Regresor' },
  adds: { en: 'Adds', es: 'Suma' },
  standardError: { en: 'Standard error', es: 'Error estándar' },
  isStale: { en: 'out of date', es: 'atrasado' },
  isCurrent: { en: 'current', es: 'al día' },
} as const satisfies Record<string, Phrase>
