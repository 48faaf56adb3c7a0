import { theilSenSlope } from '../../src/analytics/stats/theil-sen-slope.ts'
import { BOUNDED_TABLES } from './limits.ts'
import type { SoakedMonth } from './months.ts'

/** How a table went over some months. */
export interface TableGrowth {
  readonly name: string
  /** Whether retention or housekeeping takes what is old out of it. */
  readonly isBounded: boolean
  /** At the end of the last of the months. */
  readonly rows: number
  readonly bytes: number
  readonly rowsPerMonth: number
  readonly bytesPerMonth: number
}

/** How each table that has rows went, the one that grew most by bytes first. */
export function tableGrowth(months: readonly SoakedMonth[]): TableGrowth[] {
  const last = months.at(-1)
  if (!last) return []
  const slope = (name: string, part: 'rows' | 'bytes') =>
    theilSenSlope(
      months.flatMap(({ tables }, x) => {
        const found = tables.find((table) => table.name === name)
        return found ? [{ x, y: found[part] }] : []
      }),
    ) ?? 0
  return last.tables
    .filter(({ rows }) => rows > 0)
    .map(({ name, rows, bytes }) => ({
      ...{ name, rows, bytes, isBounded: BOUNDED_TABLES.includes(name) },
      ...{ rowsPerMonth: slope(name, 'rows'), bytesPerMonth: slope(name, 'bytes') },
    }))
    .toSorted((one, other) => other.bytesPerMonth - one.bytesPerMonth || other.bytes - one.bytes)
}
