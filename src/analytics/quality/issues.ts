import type { JudgedRow } from './judge-rows.ts'
import type { KeyField, Measure } from './measures.ts'
import type { Quality } from './quality.ts'

/** Rows that fail one measure, or of completeness one field, and what it would give to mend them all. */
export interface Issue {
  readonly measure: Measure
  readonly field: KeyField | null
  readonly failing: number
  readonly of: number
  /** Points of the score, 0 to 100, with everything else as it is. */
  readonly gain: number
}

/** What takes most from the score, first. */
export function issuesOf(rows: readonly JudgedRow[], quality: Quality): Issue[] {
  const failing = new Map<string, Issue>()
  for (const { shortcomings } of rows) {
    for (const { measure, field } of shortcomings) {
      const key = `${measure} ${field}`
      const of = field === null ? quality.parts[measure].of : quality.fields[field].of
      const issue = failing.get(key) ?? { measure, field, failing: 0, of, gain: 0 }
      failing.set(key, { ...issue, failing: issue.failing + 1 })
    }
  }
  return [...failing.values()]
    .map((issue) => ({ ...issue, gain: issueGain(quality, issue.measure, issue.failing) }))
    .toSorted((one, other) => other.gain - one.gain || compareText(nameOf(one), nameOf(other)))
}

/** Points that so many shortcomings of a measure take from the score. */
export function issueGain({ parts }: Quality, measure: Measure, shortcomings: number): number {
  const { weight, of } = parts[measure]
  return of === 0 ? 0 : (100 * weight * shortcomings) / of
}

function nameOf({ measure, field }: Issue): string {
  return `${measure} ${field ?? ''}`
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
