import { z } from 'zod'
import type { FieldChange, FoundState } from '../../source.ts'
import type { DatabaseRow, WritableDatabase } from '../database.ts'
import type { Target } from './queries.ts'

/** What a batch is written through. */
export interface WritingSession {
  readonly database: WritableDatabase
  readonly target: Target
}

const Found = z.object({ tag: z.string().nullable(), inventoryNumber: z.string().nullable() })
const Made = z.object({ made: z.coerce.number() })

/** What stands in the row, or null when there is none. */
export function foundState([row]: readonly DatabaseRow[]): FoundState | null {
  return row === undefined ? null : Found.parse(row)
}

/** How many changes a `countMade` counted. */
export function madeCount([row]: readonly DatabaseRow[]): number {
  return Made.parse(row).made
}

/** False for text that is no valid Unicode: a database would store something else in its place. */
export function isStorable({ to }: FieldChange): boolean {
  return to === null || to.isWellFormed()
}
