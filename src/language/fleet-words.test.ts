import { describe, expect, it } from 'vitest'
import { codeWords } from './code-words.ts'
import {
  BRIDGE_WORDS,
  CHANGE_KIND_WORDS,
  CHANGED_VALUE_WORDS,
  changedValueWords,
  MEASURE_WORDS,
} from './compare-words.ts'
import { COUNT_FIELD_WORDS } from './count-words.ts'
import { percentWords, signedWords } from './figure-words.ts'
import { feedWords, MACHINE_KIND_WORDS } from './fleet-words.ts'
import type { Phrase } from './language.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { BILLABLE_RULE_WORDS, CLASS_RULE_WORDS, SPARE_RULE_WORDS } from './machine-rule-words.ts'
import {
  DECISION_WORDS,
  LOST_REASON_WORDS,
  MATCH_RULE_WORDS,
  OPEN_QUESTION_WORDS,
  SITE_RULE_WORDS,
} from './match-words.ts'

const CATALOGUES: Record<string, Record<string, Phrase>> = {
  MACHINE_KIND_WORDS,
  CLASS_RULE_WORDS,
  SPARE_RULE_WORDS,
  BILLABLE_RULE_WORDS,
  LEDGER_WORDS,
  CHANGE_KIND_WORDS,
  CHANGED_VALUE_WORDS,
  MEASURE_WORDS,
  BRIDGE_WORDS,
  COUNT_FIELD_WORDS,
  MATCH_RULE_WORDS,
  LOST_REASON_WORDS,
  OPEN_QUESTION_WORDS,
  DECISION_WORDS,
  SITE_RULE_WORDS,
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

describe('codeWords', () => {
  it('lets a code it has no words for stand for itself', () => {
    expect(codeWords(MEASURE_WORDS, 'servers')).toBe(MEASURE_WORDS.servers)
    expect(codeWords(MEASURE_WORDS, 'toString')).toEqual({ en: 'toString', es: 'toString' })
  })
})

describe('feedWords', () => {
  it('calls vendors by their names, books by ours, and files by the name they were given', () => {
    expect(feedWords('ninjaone').en).toBe('NinjaOne')
    expect(feedWords('locations').es).toBe('Clasificador de locales')
    expect(feedWords('helpdesk')).toEqual({ en: 'helpdesk', es: 'helpdesk' })
  })
})

describe('changedValueWords', () => {
  it('says what a machine was in the words of the change', () => {
    expect(changedValueWords('reclassified', 'server').es).toBe('servidor')
    expect(changedValueWords('left-spare', 'in-use').en).toBe('in use')
    expect(changedValueWords('moved', null).en).toBe('(at no site)')
    expect(changedValueWords('relocated', null).en).toBe('(nothing)')
    expect(changedValueWords('renamed', 'server').es).toBe('server')
  })
})

describe('signedWords', () => {
  it('gives a change its sign, and nothing to none', () => {
    expect([1_200, 0, -14].map((change) => signedWords(change).en)).toEqual(['+1,200', '0', '-14'])
    expect(signedWords(-12_000).es).toBe('-12.000')
  })
})

describe('percentWords', () => {
  it('says one decimal as each language does, and a dash where nothing can be said', () => {
    expect(percentWords(1.5)).toEqual({ en: '+1.5 %', es: '+1,5 %' })
    expect(percentWords(-100).en).toBe('-100.0 %')
    expect(percentWords(0).en).toBe('0.0 %')
    expect(percentWords(null).es).toBe('-')
  })
})
