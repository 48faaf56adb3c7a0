import { describe, expect, it } from 'vitest'
import { TAG_CHECKS } from '../reconcile/checks/tag-checks.ts'
import { TAG_CHECK_WORDS } from './tag-check-words.ts'

describe('TAG_CHECK_WORDS', () => {
  it('speaks of every check in the order of their list, and of no other', () => {
    expect(Object.keys(TAG_CHECK_WORDS)).toEqual(TAG_CHECKS.map(({ code }) => code))
  })

  it.each(['en', 'es'] as const)('tells the checks apart in %s, in whole sentences', (language) => {
    const words = Object.values(TAG_CHECK_WORDS)

    expect(new Set(words.map(({ title }) => title[language])).size).toBe(words.length)
    expect(words.filter(({ title }) => /\.$/u.test(title[language]))).toEqual([])
    expect(words.filter(({ says }) => !/^\p{Lu}.+\.$/u.test(says[language]))).toEqual([])
  })

  it('says each in words of either language', () => {
    const same = Object.values(TAG_CHECK_WORDS).filter(
      ({ title, says }) => title.en === title.es || says.en === says.es,
    )
    expect(same).toEqual([])
  })
})
