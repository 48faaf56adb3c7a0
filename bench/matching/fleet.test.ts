import { describe, expect, it } from 'vitest'
import { makeBenchFleet } from './fleet.ts'

describe('makeBenchFleet', () => {
  const fleet = makeBenchFleet(10_000)

  it('is the same every time', () => {
    expect(makeBenchFleet(10_000)).toEqual(fleet)
  })

  it('has about as many records as asked for, nine machines of ten listed twice', () => {
    const machines = new Set(fleet.machineById).size

    expect(Math.abs(fleet.records.length - 10_000)).toBeLessThan(200)
    expect(fleet.listedTwice / machines).toBeCloseTo(0.9, 1)
  })

  it('has the ugly cases in it', () => {
    const { records } = fleet
    const count = (holds: (record: (typeof records)[number]) => boolean) =>
      records.filter(holds).length

    expect(count(({ serial }) => serial === 'To be filled by O.E.M.')).toBeGreaterThan(10)
    expect(count(({ hostname }) => hostname?.includes(' | ') ?? false)).toBeGreaterThan(100)
    expect(count(({ site }) => site === null)).toBeGreaterThan(50)
    expect(count(({ macs }) => macs.length > 1)).toBeGreaterThan(100)
    expect(count(({ hostname }) => hostname === 'DESKTOP')).toBeGreaterThan(5)
    expect(count(({ hostname }) => hostname?.endsWith('-NEW') ?? false)).toBeGreaterThan(5)
    expect(count(({ hostname }) => hostname?.length === 15)).toBeGreaterThan(50)
  })
})
