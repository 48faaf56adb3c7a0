import { describe, expect, it } from 'vitest'
import { expectedTag } from '../../src/reconcile/tag.ts'
import { makeBenchEstate } from './estate.ts'

const estate = makeBenchEstate(2_000)
const { finance, locations, ocs, tagsAfter } = estate

describe('makeBenchEstate', () => {
  it('is the same each time', () => {
    expect(makeBenchEstate(2_000)).toEqual(estate)
  })

  it('has as many rows to change as asked for, and two in a hundred more that stay', () => {
    const changing = ocs.computers.filter((it) => tagsAfter.get(it.hardwareId) !== it.tag)

    expect(changing).toHaveLength(2_000)
    expect(estate.changes).toBe(2_000)
    expect(ocs.computers).toHaveLength(2_040)
    expect(finance).toHaveLength(2_040)
  })

  it('has ten rows of each kind that stays', () => {
    const numbers = new Set(finance.map((line) => line.inventoryNumber))
    const listed = new Set(locations.map((line) => line.id))
    const unlisted = finance.filter((line) => !listed.has(line.locationId))
    const numbered = (fits: (number: string | null) => boolean) =>
      ocs.computers.filter((it) => fits(it.inventoryNumber)).length

    expect(numbered((number) => number === 'MV')).toBe(10)
    expect(numbered((number) => number === null)).toBe(10)
    expect(numbered((number) => /^99_/u.test(number ?? '') && !numbers.has(number))).toBe(10)
    expect(unlisted).toHaveLength(10)
  })

  it('expects of every row that changes what its room asks for', () => {
    const roomOf = new Map(locations.map((line) => [line.id, line]))
    const lineOf = new Map(finance.map((line) => [line.inventoryNumber, line]))
    const wrong = ocs.computers.filter(({ hardwareId, inventoryNumber, tag }) => {
      const room = roomOf.get(lineOf.get(inventoryNumber)?.locationId ?? null)
      const wanted = room ? expectedTag(room) : { kind: 'tag', tag }
      return wanted.kind !== 'tag' || wanted.tag !== tagsAfter.get(hardwareId)
    })

    expect(wrong).toEqual([])
  })
})
