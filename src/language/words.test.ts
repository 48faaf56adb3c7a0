import { describe, expect, it } from 'vitest'
import { CASE_FAULTS } from './case-fault-words.ts'
import { CASE_WORDS, MATTER_WORDS } from './case-words.ts'
import { MISSING_WORDS, NOTE_WORDS, REJECTION_WORDS } from './delivery-words.ts'
import { EVENT_FAULT_WORDS } from './event-words.ts'
import type { Phrase } from './language.ts'
import { counted, countWords, listWords } from './list-words.ts'
import { ROWS } from './noun-words.ts'
import { KEY_DIFFERENCE_WORDS, OUTCOME_WORDS, TAG_FAULT_WORDS } from './outcome-words.ts'
import { PROFILE_FAULTS } from './profile-fault-words.ts'
import { stateWord } from './state-words.ts'
import { STEP_WORDS } from './step-words.ts'
import {
  FINDING_CHANGE_WORDS,
  LINK_CHANGE_WORDS,
  RECLASSIFIED_WORDS,
  WHAT_IF_WORDS,
} from './what-if-words.ts'

const CATALOGUES: Record<string, Record<string, Phrase>> = {
  STEP_WORDS,
  OUTCOME_WORDS,
  TAG_FAULT_WORDS,
  KEY_DIFFERENCE_WORDS,
  REJECTION_WORDS,
  NOTE_WORDS,
  MISSING_WORDS,
  CASE_FAULTS: Object.fromEntries(CASE_FAULTS),
  PROFILE_FAULTS: Object.fromEntries(PROFILE_FAULTS),
  EVENT_FAULT_WORDS,
  CASE_WORDS,
  MATTER_WORDS,
  WHAT_IF_WORDS,
  FINDING_CHANGE_WORDS,
  LINK_CHANGE_WORDS,
  RECLASSIFIED_WORDS,
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

describe('stateWord', () => {
  it('speaks of a known state in both languages', () => {
    expect(stateWord('held')).toEqual({ en: 'held', es: 'retenido' })
  })

  it('quotes a state it has no words for', () => {
    expect(stateWord('asleep')).toEqual({ en: '"asleep"', es: '«asleep»' })
  })
})

describe('listWords', () => {
  it('says that a list is empty', () => {
    expect(listWords([])).toEqual({ en: 'none', es: 'ninguno' })
  })
})

describe('countWords', () => {
  it('groups digits as each language does', () => {
    expect(countWords(500_000_000)).toEqual({ en: '500,000,000', es: '500.000.000' })
  })
})

describe('counted', () => {
  it.each([
    [0, '0 rows', '0 filas'],
    [1, '1 row', '1 fila'],
    [12_700, '12,700 rows', '12.700 filas'],
  ])('lets the noun agree with %i', (count, en, es) => {
    expect(counted(count, ROWS)).toEqual({ en, es })
  })
})
