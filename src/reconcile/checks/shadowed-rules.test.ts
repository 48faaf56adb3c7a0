import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { managed } from '../../../test/support/machines.ts'
import { DEFAULT_CHECK_POLICY, type PlaceRule, policyFor, readyPolicy } from './check-policy.ts'
import { shadowedSettings } from './shadowed-rules.ts'

const alder = { at: 'Alder', staleDays: 3 }

describe('shadowedSettings', () => {
  it.each<[string, PlaceRule]>([
    ['of the same place, in another case', { at: ' ALDER ', staleDays: 5 }],
    ['of everywhere', { at: '*', staleDays: 5 }],
    ['of all classes', { at: 'Alder', classes: ['other', 'server', 'workstation'], staleDays: 5 }],
  ])('are hidden by an earlier rule %s', (_of, first) => {
    expect(shadowedSettings([first, alder])).toEqual([{ rule: 1, by: 0, setting: 'staleDays' }])
  })

  it.each<[string, PlaceRule]>([
    ['for another setting', { at: '*', needsEdr: true }],
    ['of another place', { at: 'Cedar', staleDays: 5 }],
    ['of some classes', { at: '*', classes: ['server'], staleDays: 5 }],
    ['of some tags', { at: '*', tags: ['lab'], staleDays: 5 }],
  ])('are not hidden by an earlier rule %s', (_of, first) => {
    expect(shadowedSettings([first, alder])).toEqual([])
  })

  it('are not hidden by a later rule', () => {
    expect(shadowedSettings([alder, { at: '*', staleDays: 5 }])).toEqual([])
  })

  it('are those of a narrower rule, class by class and tag by tag', () => {
    const wide: PlaceRule = {
      at: 'Alder',
      classes: ['server', 'other'],
      tags: ['a', 'b'],
      staleDays: 1,
    }

    expect(shadowedSettings([wide, { ...wide, classes: ['server'], tags: [' B '] }])).toHaveLength(
      1,
    )
    expect(shadowedSettings([wide, { ...wide, tags: ['b', 'c'] }])).toEqual([])
    expect(shadowedSettings([wide, { ...wide, classes: ['server', 'workstation'] }])).toEqual([])
  })

  it('are named one by one where a rule has several', () => {
    const both = { ...alder, needsEdr: false, stockLocations: ['Cupboard'] }
    const first = [
      { at: 'Alder', stockLocations: [] },
      { at: '*', staleDays: 5 },
    ]

    expect(shadowedSettings([...first, both])).toEqual([
      { rule: 2, by: 1, setting: 'staleDays' },
      { rule: 2, by: 0, setting: 'stockLocations' },
    ])
  })

  it('apply to no record at all', () => {
    const rule = fc.record(
      {
        at: fc.constantFrom('Alder', 'Cedar', '*'),
        classes: fc.subarray(['server', 'workstation', 'other'] as const, { minLength: 1 }),
        tags: fc.subarray(['a', 'b'], { minLength: 1 }),
        staleDays: fc.nat(),
      },
      { requiredKeys: ['at', 'staleDays'] },
    )
    const record = fc.record({
      class: fc.constantFrom('server' as const, 'workstation' as const, 'other' as const),
      tags: fc.subarray(['a', 'b', 'c']),
      site: fc.constantFrom({ id: 1, name: 'Alder' }, { id: 2, name: 'Cedar' }, null),
    })
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), record, (rules, fields) => {
        const hidden = new Set(shadowedSettings(rules).map((each) => each.rule))
        const left = rules.filter((_rule, at) => !hidden.has(at))
        const daysBy = (kept: readonly PlaceRule[]) =>
          policyFor(
            readyPolicy({ ...DEFAULT_CHECK_POLICY, rules: kept }),
            'staleDays',
            managed({ ...fields, organisation: null }),
          )

        expect(daysBy(left)).toBe(daysBy(rules))
      }),
      { numRuns: 2_000 },
    )
  })
})
