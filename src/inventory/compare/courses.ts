import type { MachineCourse, StateRow } from './queries.ts'

/** Puts the states of each record together, which follow each other; by source, then by the id there. */
export function coursesOf(rows: readonly StateRow[]): MachineCourse[] {
  const courses: { recordId: number; source: string; nativeKey: string; states: StateRow[] }[] = []
  for (const row of rows) {
    const last = courses.at(-1)
    if (last?.recordId === row.recordId) last.states.push(row)
    else {
      const { recordId, source, nativeKey } = row
      courses.push({ recordId, source, nativeKey, states: [row] })
    }
  }
  return courses.sort((one, other) => {
    if (one.source !== other.source) return one.source < other.source ? -1 : 1
    return one.nativeKey < other.nativeKey ? -1 : 1
  })
}
