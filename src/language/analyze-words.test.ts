import { describe, expect, it } from 'vitest'
import {
  KEY_FIELD_WORDS,
  MEASURE_MEANINGS,
  MEASURE_WORDS,
  PROBLEM_SEVERITY_WORDS,
  WHY_WORDS,
} from './analyze-words.ts'
import type { Phrase } from './language.ts'
import { coverageWords, RECOMMENDATION_WORDS } from './outlook-words.ts'

const CATALOGUES: Record<string, Record<string, Phrase>> = {
  ...{ MEASURE_WORDS, MEASURE_MEANINGS, WHY_WORDS, PROBLEM_SEVERITY_WORDS, RECOMMENDATION_WORDS },
  KEY_FIELD_WORDS: { ...KEY_FIELD_WORDS, tag: { en: 'the TAG', es: 'el TAG' } }, // TAG is TAG in both
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

describe('coverageWords', () => {
  const known = { percent: 60, target: 95 }

  it.each([
    [{ kind: 'reached', ...known }, '95 % is reached'],
    [
      { kind: 'projected', ...known, perDay: 0.123, days: 285, day: '2027-09-02' },
      '95 % around 2027-09-02, in 285 days at the pace seen (+0.12 points a day)',
    ],
    [
      { kind: 'not-at-this-pace', ...known, perDay: -0.5 },
      '95 % not at this pace (-0.5 points a day)',
    ],
    [
      { kind: 'not-enough-days', ...known, has: 2, needs: 7 },
      'not enough days to tell when 95 % is reached: has 2, needs 7',
    ],
  ] as const)('tells a projection that is %o', (coverage, said) => {
    expect(coverageWords(coverage).en).toBe(said)
    expect(coverageWords(coverage).es).not.toBe(said)
  })
})
