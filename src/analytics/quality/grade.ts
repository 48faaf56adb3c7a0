/** A school grade for a score. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'F'

const FROM: readonly (readonly [number, Grade])[] = [
  [90, 'A'],
  [80, 'B'],
  [70, 'C'],
  [60, 'D'],
]

/** The grade of a score from 0 to 100: A from 90, B from 80, C from 70, D from 60, else F. */
export function gradeOf(score: number): Grade {
  return FROM.find(([from]) => score >= from)?.[1] ?? 'F'
}
