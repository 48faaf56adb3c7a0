import { type Grade, gradeOf } from './grade.ts'
import type { JudgedRow } from './judge-rows.ts'
import { KEY_FIELDS, type KeyField, MEASURES, type Measure, type Weights } from './measures.ts'

/** How many of those that were asked pass. */
export interface Share {
  readonly passed: number
  readonly of: number
  /** 0 to 100; null where nothing was asked. */
  readonly percent: number | null
}

/** One measure and its part in the score. */
export interface Part extends Share {
  /** What it weighs of 1 among the measures that have a share; 0 without one. */
  readonly weight: number
}

/** The quality of some devices, from 0 to 100, and what it is made of. */
export interface Quality {
  readonly devices: number
  readonly tagged: number
  /** To one decimal; null without devices. */
  readonly score: number | null
  /** Of the score as it is shown. */
  readonly grade: Grade | null
  readonly parts: Readonly<Record<Measure, Part>>
  /** What completeness is made of. */
  readonly fields: Readonly<Record<KeyField, Share>>
}

/** What the quality of some rows is, by their weighted shares; a measure that nothing is asked of leaves its weight to the others. */
export function qualityOf(rows: readonly JudgedRow[], weights: Weights): Quality {
  const parts = partsOf(rows, weights)
  const exact = exactScore(parts)
  const score = exact === null ? null : Math.round(exact * 10) / 10
  return {
    devices: rows.length,
    tagged: rows.filter(({ isTagged }) => isTagged).length,
    score,
    grade: score === null ? null : gradeOf(score),
    parts,
    fields: fieldsOf(rows),
  }
}

/** The score before it is rounded; null without devices. */
export function exactScore(parts: Quality['parts']): number | null {
  if (MEASURES.every((measure) => parts[measure].weight === 0)) return null
  const sum = MEASURES.reduce((total, measure) => {
    const { weight, percent } = parts[measure]
    return total + weight * (percent ?? 0)
  }, 0)
  return Math.min(100, Math.max(0, sum))
}

function partsOf(rows: readonly JudgedRow[], weights: Weights): Quality['parts'] {
  const shares = byMeasure((measure) => {
    const failed = countOf(rows, (each) => each.measure === measure)
    return shareOf(
      rows.reduce((sum, { asked }) => sum + asked[measure], 0),
      failed,
    )
  })
  const counted = MEASURES.filter((measure) => shares[measure].of > 0)
  const whole = counted.reduce((sum, measure) => sum + weights[measure], 0)
  return byMeasure((measure) => {
    const share = shares[measure]
    return { ...share, weight: share.of === 0 || whole === 0 ? 0 : weights[measure] / whole }
  })
}

function fieldsOf(rows: readonly JudgedRow[]): Quality['fields'] {
  const of = (field: KeyField) =>
    shareOf(
      rows.length,
      countOf(rows, (each) => each.field === field),
    )
  const entries = KEY_FIELDS.map((field) => [field, of(field)] as const)
  return Object.fromEntries(entries) as Record<KeyField, Share>
}

function byMeasure<T>(make: (measure: Measure) => T): Record<Measure, T> {
  const entries = MEASURES.map((measure) => [measure, make(measure)] as const)
  return Object.fromEntries(entries) as Record<Measure, T>
}

function countOf(
  rows: readonly JudgedRow[],
  is: (shortcoming: JudgedRow['shortcomings'][number]) => boolean,
): number {
  return rows.reduce((sum, { shortcomings }) => sum + shortcomings.filter(is).length, 0)
}

function shareOf(of: number, failed: number): Share {
  return { passed: of - failed, of, percent: of === 0 ? null : (100 * (of - failed)) / of }
}
