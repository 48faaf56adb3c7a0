import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partFileNames, partOf, reportFileName } from './report-file-name.ts'
import type { Scope } from './report-part.ts'

function names(...values: (string | null)[]): string[] {
  return partFileNames(
    12,
    values.map((value): Scope => ({ by: 'municipality', value })),
  )
}

describe('reportFileName', () => {
  it('names the plan', () => {
    expect(reportFileName(12)).toBe('muster-P12.xlsx')
  })
})

describe('partFileNames', () => {
  it.each([
    ['El Cañaveral', 'muster-P12-municipality-El_Cañaveral.xlsx'],
    ['Pen\u0303a', 'muster-P12-municipality-Peña.xlsx'],
    ['Norte/Sur\\"Este"', 'muster-P12-municipality-Norte_Sur_Este_.xlsx'],
    ['../..', 'muster-P12-municipality-_.xlsx'],
    ['…', 'muster-P12-municipality-_.xlsx'],
    [null, 'muster-P12-without-municipality.xlsx'],
  ])('makes of %j the name %s', (value, name) => {
    expect(names(value)).toEqual([name])
  })

  it('tells apart names that differ in case, accents or unsafe characters only', () => {
    expect(names('Baracoa', 'BARACOA', 'a/b', 'a:b')).toEqual([
      'muster-P12-municipality-Baracoa.xlsx',
      'muster-P12-municipality-BARACOA-2.xlsx',
      'muster-P12-municipality-a_b.xlsx',
      'muster-P12-municipality-a_b-2.xlsx',
    ])
  })

  it('gives every value a name of its own that any file system takes', () => {
    const value = fc.option(fc.string({ unit: 'binary', maxLength: 300 }))
    fc.assert(
      fc.property(fc.uniqueArray(value), (values) => {
        const given = names(...values)
        const folded = given.map((name) => name.normalize('NFD').toUpperCase())
        expect(new Set(folded).size).toBe(values.length)
        for (const name of given) {
          expect(new TextEncoder().encode(name).length).toBeLessThan(255)
          expect(name).toMatch(/^muster-P12-[^/\\:*?"<>|\p{Cc}\p{Cs}]+\.xlsx$/u)
        }
      }),
    )
  })
})

describe('partOf', () => {
  it.each([
    ['muster-P12.xlsx', { plan: 12, part: null }],
    ['muster-P3-municipality-San_Luis.xlsx', { plan: 3, part: 'municipality-San_Luis' }],
    ['muster-P3-without-building.xlsx', { plan: 3, part: 'without-building' }],
  ])('reads plan and part from %s', (name, read) => {
    expect(partOf(name)).toEqual(read)
  })
})
