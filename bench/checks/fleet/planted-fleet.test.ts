import { describe, expect, it } from 'vitest'
import { FLEET_CHECKS } from '../../../src/reconcile/checks/fleet-checks.ts'
import { DEFAULT_ROLES, sourcesInPlay } from '../../../src/reconcile/checks/fleet-roles.ts'
import { scopeKey } from '../../../src/reconcile/checks/scope.ts'
import { firstDay, nextDay } from '../../history/fleet/fleet-day.ts'
import { expectedLook } from '../expected-look.ts'
import { SOURCE_NAMES } from './listing.ts'
import { keyOf, listedBy, plantAt, plantedOn } from './planted-fleet.ts'
import { PLANTS } from './plants.ts'

const EVERY_LOOK = FLEET_CHECKS.flatMap(({ code, scopes }) =>
  scopes(sourcesInPlay(SOURCE_NAMES, DEFAULT_ROLES)).map((scope) => `${code} ${scopeKey(scope)}`),
)

describe('what is planted', () => {
  it('is there for every check over every group of its sources, and no two are one', () => {
    const planted = plantedOn(firstDay(500))

    expect(new Set(planted.map(({ check, scope }) => `${check} ${scope}`))).toEqual(
      new Set(EVERY_LOOK),
    )
    expect(new Set(planted.map(keyOf)).size).toBe(planted.length)
  })

  it('is there in any thousand machines as often as it says', () => {
    for (const first of [0, 7_000]) {
      const places = Array.from({ length: 1_000 }, (_, nth) => plantAt(first + nth, 0))
      for (const plant of PLANTS) {
        expect(places.filter((each) => each === plant)).toHaveLength(plant.perThousand)
      }
    }
  })

  it('leaves every source with as many records as there are machines', () => {
    const fleet = firstDay(2_000)

    expect(SOURCE_NAMES.map((source) => [...listedBy(source, fleet)].length)).toEqual([
      2_000, 2_000, 2_000,
    ])
  })
})

describe('expectedLook', () => {
  const before = firstDay(10_000)
  const after = nextDay(before)
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

  it('opens everything at the first look', () => {
    const { findings, shifts } = expectedLook(null, before)

    expect(Object.fromEntries(shifts.map(({ check, opened }) => [check, opened]))).toEqual(findings)
    expect(shifts.every(({ closed }) => closed === 0)).toBe(true)
    expect(findings['missing-in-edr']).toBe(200)
  })

  it('lets a few come and go overnight, and most of them stand', () => {
    const { findings, shifts } = expectedLook(before, after)
    const [opened, closed] = [
      sum(shifts.map((shift) => shift.opened)),
      sum(shifts.map((shift) => shift.closed)),
    ]
    const stand = sum(Object.values(findings))

    expect(sum(Object.values(expectedLook(null, before).findings)) + opened - closed).toBe(stand)
    for (const moved of [opened, closed]) {
      expect(moved / stand).toBeGreaterThan(0.01)
      expect(moved / stand).toBeLessThan(0.03)
    }
  })

  it('expects nothing to come or go when it looks at the same again', () => {
    expect(expectedLook(after, after).shifts).toEqual([])
  })
})
