import { describe, expect, it } from 'vitest'
import { FINDING_STATES } from '../reconcile/findings/life-cycle.ts'
import {
  FINDING_DECISION_WORDS,
  FINDING_EVENT_WORDS,
  FINDING_STATE_WORDS,
  SEVERITY_WORDS,
  SKIP_WORDS,
} from './finding-words.ts'
import type { Phrase } from './language.ts'

const decided = (of: 'one' | 'many') =>
  Object.fromEntries(Object.entries(FINDING_DECISION_WORDS).map(([word, noun]) => [word, noun[of]]))

const CATALOGUES: Record<string, Record<string, Phrase>> = {
  FINDING_STATE_WORDS,
  SEVERITY_WORDS,
  FINDING_EVENT_WORDS,
  SKIP_WORDS,
  'FINDING_DECISION_WORDS of one': decided('one'),
  'FINDING_DECISION_WORDS of many': decided('many'),
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

it('has a word for every state a finding may be in', () => {
  expect(Object.keys(FINDING_STATE_WORDS)).toEqual([...FINDING_STATES])
})
