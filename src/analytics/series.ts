import type { Day } from '../lib/day.ts'

/** Figures one after another at equal steps; null where none is known. Nothing is put in the place of a gap. */
export type Figures = readonly (number | null)[]

/** A daily series: the figure of `first`, of the day after it, and so on without a day left out. */
export interface DailySeries {
  readonly first: Day
  readonly values: Figures
}
