import { describe, expect, it } from 'vitest'
import {
  AGGREGATE_WORDS,
  FORECAST_WORDS,
  lackWords,
  MODEL_WORDS,
  PART_WORDS,
  partMeasureWords,
  reliabilityWords,
} from './forecast-words.ts'
import type { Phrase } from './language.ts'

const CATALOGUES: Record<string, Record<string, Phrase>> = {
  ...{ AGGREGATE_WORDS, PART_WORDS },
  MODEL_WORDS: { ...MODEL_WORDS, theta: { en: 'Theta', es: 'método Theta' } },
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

describe('FORECAST_WORDS', () => {
  it('says every title in both languages', () => {
    const titles: Readonly<Record<string, Phrase>> = FORECAST_WORDS
    const lacking = Object.entries(titles).filter(([, { en, es }]) => en === '' || en === es)
    expect(lacking).toEqual([])
  })
})

describe('lackWords', () => {
  it('says how many days there are of those needed', () => {
    expect(lackWords({ because: 'too-few', has: 23, needs: 56 })).toEqual({
      en: 'no skill yet: 23 of 56 days',
      es: 'aún sin acierto propio: 23 de 56 días',
    })
  })

  it.each(['not-better', 'never-varies'] as const)('gives no count of days for %s', (because) => {
    const { en, es } = lackWords({ because, has: 711, needs: 822 })
    expect(`${en}${es}`).not.toMatch(/\d/u)
    expect(en).not.toBe(es)
  })
})

describe('reliabilityWords', () => {
  it('gives the badge with its score', () => {
    const reliability = { kind: 'scored', score: 81, badge: 'B', held: false } as const
    expect(reliabilityWords(reliability).en).toBe('reliability B (81 of 100)')
  })

  it('says that a forecast is held below B', () => {
    const reliability = { kind: 'scored', score: 69, badge: 'C', held: true } as const
    expect(reliabilityWords(reliability).es).toBe(
      'fiabilidad C (69 de 100), sin llegar a B porque no supera a uno ingenuo',
    )
  })

  it('says what is missing where nothing could be tried', () => {
    expect(reliabilityWords({ kind: 'too-few', has: 3, needs: 56 }).en).toBe(
      'reliability unknown: 3 of the 56 days it takes to try a forecast',
    )
  })
})

describe('partMeasureWords', () => {
  it('says of a forecast worse than naive that it is', () => {
    expect(partMeasureWords('skill', -0.1).en).toBe('errs 10.0 % more than the naive one')
    expect(partMeasureWords('skill', 0.1).en).toBe('saves 10.0 % of the naive error')
  })
})
