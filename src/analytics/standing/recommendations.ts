import { issueGain } from '../quality/issues.ts'
import { type JudgedRow, judgeRows, type Shortcoming } from '../quality/judge-rows.ts'
import type { QualityRules } from '../quality/measures.ts'
import { exactScore, type Quality, qualityOf } from '../quality/quality.ts'

/** What would make the inventory better, and how. */
export type RecommendationCode =
  | 'write-tags'
  | 'correct-tags'
  | 'separate-duplicates'
  | 'fill-numbers'
  | 'fill-users'
  | 'fill-serials'
  | 'register-in-finance'
  | 'fill-locations'
  | 'complete-classifier'
  | 'settle-doubts'

/** One thing to do, how many devices it would fix, and the points of the score it would give. */
export interface Recommendation {
  readonly code: RecommendationCode
  readonly devices: number
  readonly gain: number
}

type Mends = (shortcoming: Shortcoming, judged: JudgedRow) => boolean

/** Which shortcomings are gone once it is done. */
const MENDED: readonly (readonly [Exclude<RecommendationCode, 'write-tags'>, Mends])[] = [
  ['correct-tags', ({ measure }, { row }) => measure === 'consistency' && row.plannedTag === null],
  ['separate-duplicates', ({ measure }) => measure === 'uniqueness'],
  ['fill-numbers', ({ field }) => field === 'inventory-number'],
  ['fill-users', ({ field }) => field === 'user'],
  ['fill-serials', ({ field }) => field === 'serial'],
  ['register-in-finance', ({ why }) => why === 'not-in-finance'],
  ['fill-locations', ({ why }) => why === 'location-blank'],
  ['complete-classifier', ({ why }) => why === 'location-not-in-classifier'],
  ['settle-doubts', ({ why }) => why === 'location-ambiguous' || why === 'refused-in-books'],
]

/** What is worth doing, what gives most first; what one of them gives does not depend on the others. */
export function recommendationsOf(
  rows: readonly JudgedRow[],
  quality: Quality,
  rules: QualityRules,
): Recommendation[] {
  const mends = MENDED.map(([code, is]) => ({ code, ...mended(rows, quality, is) }))
  return [{ code: 'write-tags' as const, ...written(rows, quality, rules) }, ...mends]
    .filter(({ devices }) => devices > 0)
    .toSorted((one, other) => other.gain - one.gain || other.devices - one.devices)
}

/** The devices a plan would tag, and the score were that done. */
function written(rows: readonly JudgedRow[], quality: Quality, rules: QualityRules) {
  const planned = rows.filter(({ row }) => row.plannedTag !== null)
  if (planned.length === 0) return { devices: 0, gain: 0 }
  const tagged = rows.map(({ row }) =>
    row.plannedTag === null ? row : { ...row, tag: row.plannedTag, form: asTheRuleWritesIt(row) },
  )
  const after = qualityOf(judgeRows(tagged, rules), rules.weights)
  return {
    devices: planned.length,
    gain: (exactScore(after.parts) ?? 0) - (exactScore(quality.parts) ?? 0),
  }
}

function asTheRuleWritesIt({ building, municipality }: JudgedRow['row']) {
  return { fault: null, building, municipality }
}

function mended(rows: readonly JudgedRow[], quality: Quality, is: Mends) {
  let devices = 0
  let gain = 0
  for (const judged of rows) {
    const gone = judged.shortcomings.filter((each) => is(each, judged))
    if (gone.length > 0) devices += 1
    for (const { measure } of gone) gain += issueGain(quality, measure, 1)
  }
  return { devices, gain }
}
