import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUALITY_RULES } from '../../../test/support/quality-rules.ts'
import { failingRows } from '../standing/failing-row.ts'
import { type InventoryRow, LOCATION_FAULTS } from './inventory-row.ts'
import { issuesOf } from './issues.ts'
import { judgeRows } from './judge-rows.ts'
import { KEY_FIELDS, MEASURES } from './measures.ts'
import { qualityOf } from './quality.ts'
import { qualityByPlace } from './quality-by-place.ts'
import { TAG_FORM_FAULTS } from './tag-form.ts'

const text = fc.constantFrom(null, '', ' ', 'NA', 'lost', 'MV', 'A', 'B', 'B ', 'C')
const row = fc.record({
  ...{ tag: text, inventoryNumber: text, serial: text, user: text, building: text },
  municipality: fc.constantFrom(null, 'Norte', 'Sur'),
  locationFault: fc.constantFrom(null, ...LOCATION_FAULTS),
  fault: fc.constantFrom(null, ...TAG_FORM_FAULTS),
})
const weight = fc.double({ min: 0, max: 100, noNaN: true })
const weights = fc
  .record({ completeness: weight, consistency: weight, uniqueness: weight, validity: weight })
  .filter((each) => MEASURES.some((measure) => each[measure] > 0))

const estate = fc.array(row, { maxLength: 30 }).map((rows) =>
  rows.map(
    ({ fault, ...said }, at): InventoryRow => ({
      ...{ key: `${at}`, hostname: `PC-${at}`, category: null, locationId: null },
      ...{ isVirtualMachine: false, placedBy: 'books', plannedTag: null },
      form: { fault, building: null, municipality: null },
      ...said,
    }),
  ),
)

describe('the quality of any inventory', () => {
  it('lies between 0 and 100, and is null only where there is nothing to weigh', () => {
    fc.assert(
      fc.property(estate, weights, (rows, given) => {
        const { score, parts } = qualityOf(judgeRows(rows, QUALITY_RULES), given)
        const isWeighed = MEASURES.some((each) => parts[each].of > 0 && given[each] > 0)
        expect(score === null).toBe(!isWeighed)
        if (score === null) return
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        const sum = MEASURES.reduce((total, each) => total + parts[each].weight, 0)
        expect(sum).toBeCloseTo(1, 9)
      }),
    )
  })

  it('opens into exactly the rows that fail: as many as were asked and do not pass', () => {
    fc.assert(
      fc.property(estate, (rows) => {
        const judged = judgeRows(rows, QUALITY_RULES)
        const quality = qualityOf(judged, QUALITY_RULES.weights)
        const failing = failingRows(judged)
        for (const measure of MEASURES) {
          const { of, passed } = quality.parts[measure]
          expect(failing.filter((each) => each.measure === measure)).toHaveLength(of - passed)
        }
        for (const field of KEY_FIELDS) {
          const { of, passed } = quality.fields[field]
          expect(failing.filter((each) => each.field === field)).toHaveLength(of - passed)
        }
        const told = failing.map(({ key, measure, field }) => `${key} ${measure} ${field}`)
        expect(new Set(told).size).toBe(told.length)
      }),
    )
  })

  it('does not depend on the order of the rows', () => {
    const shuffled = estate.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    )
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        const of = (given: readonly InventoryRow[]) =>
          qualityByPlace(judgeRows(given, QUALITY_RULES), QUALITY_RULES.weights)
        expect(of(other)).toEqual(of(rows))
      }),
    )
  })

  it('takes its shares over places together to those of everything', () => {
    fc.assert(
      fc.property(estate, (rows) => {
        const places = qualityByPlace(judgeRows(rows, QUALITY_RULES), QUALITY_RULES.weights)
        const of = (scope: string) =>
          MEASURES.map((measure) =>
            places
              .filter((each) => each.scope === scope)
              .reduce((sum, { parts }) => sum + parts[measure].passed, 0),
          )
        expect(of('site')).toEqual(of('all'))
        expect(of('building')).toEqual(of('all'))
      }),
    )
  })

  it('lacks of 100 what its issues would give', () => {
    fc.assert(
      fc.property(estate, (rows) => {
        const judged = judgeRows(rows, QUALITY_RULES)
        const quality = qualityOf(judged, QUALITY_RULES.weights)
        const gains = issuesOf(judged, quality).reduce((sum, { gain }) => sum + gain, 0)
        if (quality.score !== null) expect(quality.score + gains).toBeCloseTo(100, 0)
      }),
    )
  })
})
