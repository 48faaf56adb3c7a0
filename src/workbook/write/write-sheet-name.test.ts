import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeSheetName } from './write-sheet-name.ts'

describe('freeSheetName', () => {
  it.each([
    ['Planned_Changes', [], 'Planned_Changes'],
    ['planned', ['PLANNED'], 'planned (2)'],
    ['a', ['a', 'a (2)'], 'a (3)'],
    ['x'.repeat(31), ['x'.repeat(31)], `${'x'.repeat(27)} (2)`],
    ["''", [], 'Sheet'],
    ['History', [], 'History (2)'],
    ['a/b', [], 'a_b'],
  ])('makes of %j beside %j the name %j', (wanted, taken, name) => {
    expect(freeSheetName(wanted, taken)).toBe(name)
  })

  it('gives a name that every workbook accepts, whatever is wanted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (wanted, taken) => {
        const name = freeSheetName(wanted, taken)
        expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}\p{Cs}]{1,31}(?<!')$/u)
        expect(name.length).toBeLessThanOrEqual(31)
        expect(taken.map((other) => other.toLowerCase())).not.toContain(name.toLowerCase())
      }),
    )
  })
})
