import { createHash } from 'node:crypto'
import type { Trial } from '../world/trial.ts'

/** The names that the history has on a day, sorted. */
export async function namesOn({ database }: Trial, day: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    "select display_name as name from record_on($1::date) where source = 'ninjaone'",
    [day],
  )
  return rows.map(({ name }) => name).toSorted()
}

/** What of `wanted` is not among `found`. */
export function absent(wanted: readonly string[], found: readonly string[]): string[] {
  const there = new Set(found)
  return wanted.filter((each) => !there.has(each))
}

export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at])
}

/** A hash of the rows of a statement with one column of text, whatever their order. */
export async function hashOf(
  { database }: Pick<Trial, 'database'>,
  statement: string,
): Promise<string> {
  const { rows } = await database.pool.query<{ line: string }>(statement)
  const lines = rows.map(({ line }) => line).toSorted()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** The machines that the history has on a day, by their ids at the source. */
export async function keysOn({ database }: Trial, day: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ key: string }>(
    "select native_key as key from record_on($1::date) where source = 'ninjaone'",
    [day],
  )
  return rows.map(({ key }) => key)
}
