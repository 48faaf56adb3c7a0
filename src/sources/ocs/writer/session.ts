import { z } from 'zod'
import type { FoundState } from '../../source.ts'
import type { DatabaseRow, WritableDatabase } from '../database.ts'
import type { Target } from './queries.ts'
import type { TagChange } from './tag-change.ts'

/** What a batch is written through. */
export interface WritingSession {
  readonly database: WritableDatabase
  readonly target: Target
}

const Found = z.object({ value: z.string().nullable(), inventoryNumber: z.string().nullable() })
const FoundRecord = Found.extend({ hardwareId: z.number() })

/** What stands in the row, or null when there is none. */
export function foundState([row]: readonly DatabaseRow[]): FoundState | null {
  return row === undefined ? null : Found.parse(row)
}

/** How many changes stand in the rows found as they were meant, letter for letter. */
export function madeCount(changes: readonly TagChange[], rows: readonly DatabaseRow[]): number {
  const records = rows.map((row) => FoundRecord.parse(row))
  const byId = new Map(records.map((found) => [found.hardwareId, found]))
  return changes.filter(({ hardwareId, to, inventoryNumber }) => {
    const found = byId.get(hardwareId)
    return found?.value === to && found.inventoryNumber === inventoryNumber
  }).length
}

/** False for text that is no valid Unicode: a database would store something else in its place. */
export function isStorable({ to }: TagChange): boolean {
  return to === null || to.isWellFormed()
}
