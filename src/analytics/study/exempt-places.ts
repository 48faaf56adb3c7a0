import { addDays, type Day } from '../../lib/day.ts'
import type { DailySeries } from '../series.ts'

/** The places that days have in a series; days outside of it have none. */
export function exemptPlaces({ first, values }: DailySeries, days: readonly Day[]): number[] {
  if (days.length === 0) return []
  const asked = new Set(days)
  return [...values.keys()].filter((place) => asked.has(addDays(first, place)))
}
