import { describe, expect, it } from 'vitest'
import { FLEET_CHECKS } from '../reconcile/checks/fleet-checks.ts'
import { FLEET_CHECK_WORDS } from './check-words.ts'

describe('FLEET_CHECK_WORDS', () => {
  it('speaks of every check and of no other', () => {
    expect(Object.keys(FLEET_CHECK_WORDS).sort()).toEqual(
      FLEET_CHECKS.map(({ code }) => code).sort(),
    )
  })

  it.each(['en', 'es'] as const)('tells the checks apart in %s, a sentence each', (language) => {
    const words = Object.values(FLEET_CHECK_WORDS)

    expect(new Set(words.map(({ title }) => title[language])).size).toBe(words.length)
    expect(words.filter(({ says }) => !/^\p{Lu}[^.]+\.$/u.test(says[language]))).toEqual([])
  })

  it('says each in words of either language', () => {
    const same = Object.values(FLEET_CHECK_WORDS).filter(
      ({ title, says }) => title.en === title.es || says.en === says.es,
    )
    expect(same).toEqual([])
  })
})
