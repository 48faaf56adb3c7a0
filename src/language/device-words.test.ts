import { describe, expect, it } from 'vitest'
import {
  FIELD_RULE_WORDS,
  FIELD_WORDS,
  LOST_VALUE_WORDS,
  saidSinceWords,
  silentWords,
} from './device-words.ts'
import type { Phrase } from './language.ts'

const CATALOGUES: Record<string, Record<string, Phrase>> = {
  FIELD_WORDS,
  FIELD_RULE_WORDS,
  LOST_VALUE_WORDS,
}

describe.each(Object.entries(CATALOGUES))('%s', (_name, words) => {
  it('says every entry in both languages, each in its own words', () => {
    const lacking = Object.entries(words).filter(
      ([, { en, es }]) => en.trim() === '' || es.trim() === '' || en === es,
    )
    expect(lacking).toEqual([])
  })

  it.each(['en', 'es'] as const)('tells its entries apart in %s', (language) => {
    const said = Object.values(words).map((phrase) => phrase[language])
    expect(new Set(said).size).toBe(said.length)
  })
})

it('days agree with their number', () => {
  expect(saidSinceWords('2026-11-20', 1).en).toBe('2026-11-20 (1 day)')
  expect(silentWords(1_500, 1)).toEqual({
    en: 'silent for 1,500 days: yields after 1 day',
    es: 'sin señales desde hace 1500 días: cede tras 1 día',
  })
})
