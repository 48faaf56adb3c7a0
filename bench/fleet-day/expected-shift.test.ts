import { expect, it } from 'vitest'
import { changeAt, firstDay, nextDay } from '../history/fleet/fleet-day.ts'
import { expectedShift } from './expected-shift.ts'

it('counts a machine that is replaced or set up anew as one record that went and one that came', () => {
  const before = firstDay(5_000)
  const changes = Array.from({ length: before.count }, (_, place) => changeAt(place, 1))
  const those = (...named: readonly ReturnType<typeof changeAt>[]) =>
    changes.filter((change) => named.includes(change)).length

  expect(expectedShift(before, nextDay(before))).toEqual({
    opened: those('replaced', 're-imaged'),
    changed: those('renamed', 'moved'),
    closed: those('replaced', 're-imaged'),
    unchanged: those(null),
  })
  expect(those('replaced')).toBeGreaterThan(0)
})

it('finds nothing between a day and itself', () => {
  const fleet = firstDay(50)

  expect(expectedShift(fleet, fleet)).toEqual({ opened: 0, changed: 0, closed: 0, unchanged: 50 })
})
