import { describe, expect, it } from 'vitest'
import { managed } from '../../../test/support/machines.ts'
import { DEFAULT_CHECK_POLICY, type PlaceRule, policyFor, readyPolicy } from './check-policy.ts'

const desk = managed({
  site: { id: 1, name: 'Alder & Birch LLP' },
  organisation: { key: '7', name: 'Alder' },
  tags: ['Loan', 'Lab'],
})
const daysBy = (...rules: readonly PlaceRule[]) =>
  policyFor(readyPolicy({ ...DEFAULT_CHECK_POLICY, rules }), 'staleDays', desk)

describe('policyFor', () => {
  it('is the general policy where no rule speaks of the record', () => {
    expect(daysBy()).toBe(14)
    expect(daysBy({ at: 'Cedar Ltd', staleDays: 3 })).toBe(14)
  })

  it.each([
    ['the site', 'Alder & Birch LLP'],
    ['the site in another case, with spaces', ' ALDER & birch llp '],
    ['the organisation', 'Alder'],
    ["the organisation's key", '7'],
    ['everything', '*'],
  ])('is what a rule at %s says', (_of, at) => {
    expect(daysBy({ at, staleDays: 3 })).toBe(3)
  })

  it('takes the first rule that fits, wherever it says it is', () => {
    const [here, everywhere] = [
      { at: 'Alder', staleDays: 3 },
      { at: '*', staleDays: 5 },
    ]

    expect(daysBy(here, everywhere)).toBe(3)
    expect(daysBy(everywhere, here)).toBe(5)
    expect(daysBy({ at: '7', classes: ['server'], staleDays: 9 }, everywhere, here)).toBe(5)
  })

  it('takes every setting from the first rule that has it', () => {
    const rules = [
      { at: 'Alder', needsEdr: false },
      { at: '*', staleDays: 5, needsEdr: true },
    ]
    const ready = readyPolicy({ ...DEFAULT_CHECK_POLICY, rules, stockLocations: ['Cupboard'] })

    expect(policyFor(ready, 'needsEdr', desk)).toBe(false)
    expect(policyFor(ready, 'staleDays', desk)).toBe(5)
    expect(policyFor(ready, 'stockLocations', desk)).toEqual(['Cupboard'])
  })

  it.each<[string, Omit<PlaceRule, 'at'>, boolean]>([
    ['of its class', { classes: ['server', 'workstation'] }, true],
    ['of other classes', { classes: ['server', 'other'] }, false],
    ['with a tag of it, in any case', { tags: ['x', ' LAB'] }, true],
    ['with tags it has not', { tags: ['x'] }, false],
    ['of its class with tags it has not', { classes: ['workstation'], tags: ['x'] }, false],
  ])('lets a rule speak of machines %s only', (_of, which, isMeant) => {
    expect(daysBy({ at: '*', ...which, staleDays: 3 })).toBe(isMeant ? 3 : 14)
  })

  it('knows no place of a record that is at none', () => {
    const nowhere = managed({ site: null, organisation: null })
    const rules = [{ at: 'Alder', staleDays: 3 }]

    const ready = readyPolicy({ ...DEFAULT_CHECK_POLICY, rules })

    expect(policyFor(ready, 'staleDays', nowhere)).toBe(14)
  })
})
