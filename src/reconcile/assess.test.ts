import { describe, expect, it } from 'vitest'
import { golden, goldenBooks } from '../../test/support/golden-books.ts'
import { assess } from './assess.ts'

describe('assess, on the edge table', () => {
  const assessment = assess(goldenBooks())

  it.each(golden.expected)('gives row $hardware_id the outcome $outcome', (expected) => {
    const outcome = assessment.outcomes.find(
      (row) => row.computer.hardwareId === expected.hardware_id,
    )

    expect(outcome?.kind).toBe(expected.outcome)
    const to = outcome?.kind === 'planned' ? outcome.to : null
    if (expected.outcome === 'planned') expect(to).toBe(expected.expected_tag)
    if (outcome?.kind === 'unchanged') expect(outcome.computer.tag).toBe(expected.expected_tag)
  })

  it('ends every row in exactly one outcome', () => {
    expect(assessment.outcomes.map((row) => row.computer.hardwareId)).toEqual(
      golden.ocs.map((row) => row.hardware_id),
    )
    expect(golden.expected.length).toBe(golden.ocs.length)
  })

  it.each(suggestions())('offers $key for row $hardwareId because of $difference', (wanted) => {
    const outcome = assessment.outcomes.find((row) => row.computer.hardwareId === wanted.hardwareId)
    const near = outcome && 'near' in outcome ? outcome.near : []

    expect(near).toEqual([{ key: wanted.key, differences: wanted.difference }])
  })

  it('lists what finance has and OCS has not', () => {
    const numbers = assessment.assetsNotInOcs.map((asset) => asset.inventoryNumber)

    expect(numbers).toEqual(golden.finance_not_in_ocs)
  })

  it('lists the computers that share a number, the likely live one first', () => {
    const groups = assessment.duplicates.map((group) =>
      group.computers.map((computer) => computer.hardwareId),
    )

    expect(groups.toSorted()).toEqual(golden.duplicates.toSorted())
  })
})

function suggestions() {
  return [
    { hardwareId: 10, key: '000123', difference: ['leading-zeros'] },
    { hardwareId: 11, key: 'abc-1', difference: ['case'] },
    { hardwareId: 28, key: '124', difference: ['decimal-point'] },
    { hardwareId: 34, key: 'L-001', difference: ['case'] },
    { hardwareId: 45, key: '10_240_000001', difference: ['punctuation'] },
    { hardwareId: 49, key: 'Ñ-5', difference: ['accents'] },
    { hardwareId: 51, key: '10_240_000001', difference: ['letter-for-digit'] },
  ]
}
