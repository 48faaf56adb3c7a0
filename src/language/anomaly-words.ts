import { aboutWords, amountWords } from './amount-words.ts'
import type { Phrase } from './language.ts'
import { countWords } from './list-words.ts'
import { percentOf } from './share-words.ts'

export type AnomalyMethodWord =
  | 'rolling-z'
  | 'seasonal-robust-z'
  | 'isolation-forest'
  | 'matrix-profile'

/** The methods by which days are judged. */
export const ANOMALY_METHOD_WORDS: Record<AnomalyMethodWord, Phrase> = {
  'rolling-z': { en: 'mean of the days before', es: 'media de los días anteriores' },
  'seasonal-robust-z': { en: 'level and weekday', es: 'nivel y día de la semana' },
  'isolation-forest': { en: 'isolation forest', es: 'bosque de aislamiento' },
  'matrix-profile': { en: 'shape of the last days', es: 'forma de los últimos días' },
}

/** On which side of what was expected a figure lies. */
export const DIRECTION_WORDS: Record<'high' | 'low', Phrase> = {
  high: { en: 'high', es: 'alto' },
  low: { en: 'low', es: 'bajo' },
}

/** What a person says of a day. */
export const VERDICT_WORDS: Record<'expected' | 'no-anomaly', Phrase> = {
  expected: { en: 'expected', es: 'esperado' },
  'no-anomaly': { en: 'not an anomaly', es: 'no es anomalía' },
}

export type ForestFeatureWord =
  | 'value'
  | 'rolling-mean'
  | 'rolling-deviation'
  | 'difference'
  | 'weekday'

/** What a forest looks at of a day. */
export const FOREST_FEATURE_WORDS: Record<ForestFeatureWord, Phrase> = {
  value: { en: 'the figure itself', es: 'la cifra misma' },
  'rolling-mean': { en: 'the mean of its week', es: 'la media de su semana' },
  'rolling-deviation': { en: 'how much its week varies', es: 'cuánto varía su semana' },
  difference: { en: 'the step from the day before', es: 'el salto desde el día anterior' },
  weekday: { en: 'the day of the week', es: 'el día de la semana' },
}

/** By `Date`: 0 for Sunday. */
const WEEKDAYS: readonly Phrase[] = [
  { en: 'Sunday', es: 'domingo' },
  { en: 'Monday', es: 'lunes' },
  { en: 'Tuesday', es: 'martes' },
  { en: 'Wednesday', es: 'miércoles' },
  { en: 'Thursday', es: 'jueves' },
  { en: 'Friday', es: 'viernes' },
  { en: 'Saturday', es: 'sábado' },
]

/** Why a day was flagged, as far as words need it. */
export type ToldReason =
  | {
      readonly kind: 'far-from-recent-mean'
      readonly mean: number
      readonly deviation: number
      readonly days: number
    }
  | { readonly kind: 'constant-history-changed'; readonly constant: number; readonly days: number }
  | {
      readonly kind: 'far-from-weekday'
      readonly weekday: number
      readonly level: number
      readonly weekdayEffect: number
      readonly spread: number
      readonly isFloor: boolean
    }
  | {
      readonly kind: 'isolated-by-feature'
      readonly feature: ForestFeatureWord
      readonly value: number
      readonly typical: number
      readonly share: number
    }
  | {
      readonly kind: 'unlike-earlier-shapes'
      readonly days: number
      readonly distance: number
      readonly usualDistance: number
      readonly isFlat: boolean
    }

/** Why a day was flagged, in words. */
export function anomalyReasonWords(why: ToldReason): Phrase {
  switch (why.kind) {
    case 'far-from-recent-mean':
      return recentWords(why)
    case 'constant-history-changed':
      return constantWords(why)
    case 'far-from-weekday':
      return weekdayWords(why)
    case 'isolated-by-feature':
      return isolatedWords(why)
    case 'unlike-earlier-shapes':
      return shapeWords(why)
  }
}

type Of<Kind extends ToldReason['kind']> = Extract<ToldReason, { readonly kind: Kind }>

function recentWords({ mean, deviation, days }: Of<'far-from-recent-mean'>): Phrase {
  const [usual, spread, count] = [aboutWords(mean), aboutWords(deviation), countWords(days)]
  return {
    en: `the mean of the ${count.en} days before is ${usual.en}, their deviation ${spread.en}`,
    es: `la media de los ${count.es} días anteriores es ${usual.es}, su desviación ${spread.es}`,
  }
}

function constantWords({ constant, days }: Of<'constant-history-changed'>): Phrase {
  const [usual, count] = [amountWords(constant), countWords(days)]
  return {
    en: `the ${count.en} days before never departed from what was expected, here ${usual.en}; so how far this is cannot be measured`,
    es: `los ${count.es} días anteriores nunca se apartaron de lo esperado, aquí ${usual.es}; por eso no se puede medir cuánto se aparta este`,
  }
}

function weekdayWords(why: Of<'far-from-weekday'>): Phrase {
  const day = WEEKDAYS[why.weekday] ?? { en: '?', es: '?' }
  const [level, spread] = [aboutWords(why.level), aboutWords(why.spread)]
  const effect = aboutWords(Math.abs(why.weekdayEffect))
  const [less, more] = why.weekdayEffect < 0 ? ['less', 'menos'] : ['more', 'más']
  const floor = why.isFloor
    ? { en: ', the least that counts', es: ', lo mínimo que cuenta' }
    : { en: '', es: '' }
  return {
    en: `the recent level is ${level.en}, a ${day.en} has ${effect.en} ${less}; that is usually right to about ${spread.en}${floor.en}`,
    es: `el nivel reciente es ${level.es}, un ${day.es} tiene ${effect.es} ${more}; suele acertar con ${spread.es} de margen${floor.es}`,
  }
}

function isolatedWords({ feature, value, typical, share }: Of<'isolated-by-feature'>): Phrase {
  const name = FOREST_FEATURE_WORDS[feature]
  const percent = percentOf(share * 100)
  const is = feature === 'weekday' ? weekdayName(value) : aboutWords(value)
  const usual = feature === 'weekday' ? weekdayName(typical) : aboutWords(typical)
  return {
    en: `${name.en} sets it apart most (${percent.en} of it): ${is.en}, where ${usual.en} is typical`,
    es: `lo que más la distingue (${percent.es}) es ${name.es}: ${is.es}, cuando lo típico es ${usual.es}`,
  }
}

function weekdayName(weekday: number): Phrase {
  return WEEKDAYS[weekday] ?? aboutWords(weekday)
}

function shapeWords(why: Of<'unlike-earlier-shapes'>): Phrase {
  const [days, far] = [countWords(why.days), aboutWords(why.distance)]
  const usual = aboutWords(why.usualDistance)
  const flat = why.isFlat
    ? { en: 'hardly vary, unlike all before', es: 'apenas varían, a diferencia de los anteriores' }
    : { en: 'resemble none before', es: 'no se parecen a ninguno anterior' }
  return {
    en: `the ${days.en} days up to it ${flat.en}: the nearest are ${far.en} away, where ${usual.en} is usual`,
    es: `los ${days.es} días hasta este ${flat.es}: los más cercanos están a ${far.es}, cuando lo habitual es ${usual.es}`,
  }
}

/** There was too little to judge a day by. */
export interface ToldTooFew {
  readonly has: number
  readonly needs: number
  readonly of: 'days' | 'sub-sequences'
}

/** Says how much there is and how much is needed. */
export function tooFewWords({ has, needs, of }: ToldTooFew): Phrase {
  const [is, wanted] = [countWords(has), countWords(needs)]
  return of === 'days'
    ? {
        en: `Not enough data: a day needs ${wanted.en} known days to go by, and has ${is.en} at most. Nothing was judged.`,
        es: `No hay datos suficientes: un día necesita ${wanted.es} días conocidos como referencia, y tiene ${is.es} como máximo. No se juzgó nada.`,
      }
    : {
        en: `Not enough data: ${wanted.en} stretches of days without a gap are needed to compare with, and there are ${is.en}. Nothing was judged.`,
        es: `No hay datos suficientes: hacen falta ${wanted.es} tramos de días sin huecos con los que comparar, y hay ${is.es}. No se juzgó nada.`,
      }
}

/** Titles and columns of what was found odd. */
export const ANOMALY_WORDS = {
  anomalies: { en: 'Anomalies', es: 'Anomalías' },
  source: { en: 'Source', es: 'Fuente' },
  metric: { en: 'Metric', es: 'Métrica' },
  aggregate: { en: 'Figure', es: 'Cifra' },
  day: { en: 'Day', es: 'Día' },
  value: { en: 'Value', es: 'Valor' },
  expected: { en: 'Expected', es: 'Se esperaba' },
  score: { en: 'Score', es: 'Puntuación' },
  direction: { en: 'Side', es: 'Lado' },
  method: { en: 'Judged by', es: 'Juzgado por' },
  why: { en: 'Why', es: 'Por qué' },
  said: { en: 'What people say', es: 'Lo que dicen las personas' },
  saidBy: { en: 'Said by', es: 'Quién lo dice' },
  reason: { en: 'Reason', es: 'Motivo' },
  found: { en: 'Found', es: 'Hallada' },
} as const satisfies Record<string, Phrase>
