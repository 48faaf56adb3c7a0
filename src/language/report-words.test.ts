import { describe, expect, it } from 'vitest'
import type { Phrase } from './language.ts'
import { firstOfSeveral, MARK_WORDS, markExplanation, markTitle } from './mark-words.ts'
import {
  acceptedWords,
  balanceWords,
  deliveryHold,
  listsDiffer,
  newerPlanWords,
  onlyOf,
  reportTitle,
  SUMMARY_WORDS,
  shareExceeded,
  shareWords,
  writtenWords,
} from './report-summary-words.ts'
import {
  CHANGE_OUTCOME_WORDS,
  COLUMN_WORDS,
  foundWithNumber,
  LIST_WORDS,
  PHRASE_WORDS,
  STANDING_WORDS,
  sourceWords,
} from './report-words.ts'

const CATALOGUES: Record<string, Record<string, Phrase>> = {
  LIST_WORDS,
  COLUMN_WORDS,
  CHANGE_OUTCOME_WORDS,
  STANDING_WORDS,
  PHRASE_WORDS,
  SUMMARY_WORDS,
  MARK_WORDS,
}

const SENTENCES: Record<string, Phrase> = {
  reportTitle: reportTitle(7),
  onlyOf: onlyOf('municipality', 'Baracoa'),
  shareWords: shareWords(3, 12),
  balanced: balanceWords({ decided: 9, taken: 9, refused: 1 }),
  unbalanced: balanceWords({ decided: 8, taken: 9, refused: 1 }),
  listsDiffer: listsDiffer(8, 9),
  newerPlanWords: newerPlanWords(8),
  acceptedWords: acceptedWords('Ana', '2026-11-20 06:00', 'why'),
  writtenWords: writtenWords(600, 'ana', 9),
  shareExceeded: shareExceeded(300, 600, 0.3),
  deliveryHold: deliveryHold('shrunk'),
  sourceWords: sourceWords('ocs'),
  foundWithNumber: foundWithNumber('A-1', '5'),
  markTitle: markTitle('AR01.xlsx'),
  markExplanation: markExplanation(3),
  markOne: markExplanation(1),
  firstOfSeveral: firstOfSeveral('Blank'),
}

describe.each(Object.entries(CATALOGUES))('%s', (_name, words) => {
  it('says every entry in both languages, each in its own words', () => {
    const lacking = Object.entries(words).filter(
      ([, { en, es }]) => en.trim() === '' || es.trim() === '' || en === es,
    )
    expect(lacking).toEqual([])
  })
})

describe.each(Object.entries(SENTENCES))('%s', (_name, { en, es }) => {
  it('says the same figures in both languages, in the words of each', () => {
    expect(en).not.toBe(es)
    expect(en.match(/\d+/gu)).toEqual(es.match(/\d+/gu))
    expect(`${en} ${es}`).not.toMatch(/undefined|null|NaN|\[object| {2}/u)
  })
})

it('tells the columns apart, but for what stands in a cell', () => {
  for (const language of ['en', 'es'] as const) {
    const titles = Object.values(COLUMN_WORDS).map((phrase) => phrase[language])
    const twice = titles.filter((title, index) => titles.indexOf(title) !== index)
    expect(new Set(twice)).toEqual(new Set(language === 'en' ? ['What stands there'] : []))
  }
})
