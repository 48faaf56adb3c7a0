import { describe, expect, it } from 'vitest'
import { aboutWords, amountWords } from './amount-words.ts'
import {
  ANOMALY_METHOD_WORDS,
  ANOMALY_WORDS,
  anomalyReasonWords,
  DIRECTION_WORDS,
  FOREST_FEATURE_WORDS,
  type ToldReason,
  tooFewWords,
  VERDICT_WORDS,
} from './anomaly-words.ts'
import type { Phrase } from './language.ts'

const CATALOGUES: Record<string, Record<string, Phrase>> = {
  ...{ ANOMALY_METHOD_WORDS, DIRECTION_WORDS, FOREST_FEATURE_WORDS, VERDICT_WORDS, ANOMALY_WORDS },
}

describe.each(Object.entries(CATALOGUES))('%s', (_name, words) => {
  it('says every entry in both languages, each in its own words', () => {
    const lacking = Object.entries(words).filter(([, { en, es }]) => en === '' || en === es)
    expect(lacking).toEqual([])
  })

  it.each(['en', 'es'] as const)('tells its entries apart in %s', (language) => {
    const said = Object.values(words).map((phrase) => phrase[language])
    expect(new Set(said).size).toBe(said.length)
  })
})

const REASONS: readonly (readonly [ToldReason, string, string])[] = [
  [
    { kind: 'far-from-recent-mean', mean: 1_234.56, deviation: 2.345, days: 7 },
    'the mean of the 7 days before is 1,235, their deviation 2.35',
    'la media de los 7 días anteriores es 1235, su desviación 2,35',
  ],
  [
    { kind: 'constant-history-changed', constant: 7, days: 14 },
    'the 14 days before never departed from what was expected, here 7; so how far this is cannot be measured',
    'los 14 días anteriores nunca se apartaron de lo esperado, aquí 7; por eso no se puede medir cuánto se aparta este',
  ],
  [
    {
      ...{ kind: 'far-from-weekday', weekday: 0, level: 100, weekdayEffect: -25 },
      ...{ spread: 0.5, isFloor: true },
    },
    'the recent level is 100, a Sunday has 25 less; that is usually right to about 0.5, the least that counts',
    'el nivel reciente es 100, un domingo tiene 25 menos; suele acertar con 0,5 de margen, lo mínimo que cuenta',
  ],
  [
    { kind: 'isolated-by-feature', feature: 'weekday', value: 6, typical: 3, share: 0.5 },
    'the day of the week sets it apart most (50.0 % of it): Saturday, where Wednesday is typical',
    'lo que más la distingue (50,0 %) es el día de la semana: sábado, cuando lo típico es miércoles',
  ],
  [
    { kind: 'unlike-earlier-shapes', days: 7, distance: 3, usualDistance: 1, isFlat: true },
    'the 7 days up to it hardly vary, unlike all before: the nearest are 3 away, where 1 is usual',
    'los 7 días hasta este apenas varían, a diferencia de los anteriores: los más cercanos están a 3, cuando lo habitual es 1',
  ],
]

describe('anomalyReasonWords', () => {
  it.each(REASONS)('says in both languages what was seen: %o', (why, en, es) => {
    expect(anomalyReasonWords(why)).toEqual({ en, es })
  })
})

describe('tooFewWords', () => {
  it('says how many there are and how many are needed', () => {
    expect(tooFewWords({ has: 12, needs: 28, of: 'days' }).en).toBe(
      'Not enough data: a day needs 28 known days to go by, and has 12 at most. Nothing was judged.',
    )
    expect(tooFewWords({ has: 3, needs: 28, of: 'sub-sequences' }).es).toContain(
      'hacen falta 28 tramos de días sin huecos con los que comparar, y hay 3',
    )
  })
})

describe('amountWords', () => {
  it('gives a figure as it is', () => {
    expect(amountWords(1_234_567.25)).toEqual({ en: '1,234,567.25', es: '1.234.567,25' })
  })
})

describe('aboutWords', () => {
  it.each([
    [12_345.6, '12,346'],
    [123.45, '123.5'],
    [-0.000_01, '0'],
    [-0.012_34, '-0.0123'],
  ])('rounds %d as people read it', (figure, said) => {
    expect(aboutWords(figure).en).toBe(said)
  })
})
