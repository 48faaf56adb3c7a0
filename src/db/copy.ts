import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyLine } from './copy-text.ts'

/** Where rows are copied to: a table and the columns that are given, in their order. */
export interface CopyTarget {
  table: string
  columns: readonly string[]
}

const CHUNK_CHARACTERS = 65_536

/** Copies rows into a table in bulk, all or none; gives how many. */
export async function copyRows(
  client: pg.ClientBase,
  { table, columns }: CopyTarget,
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<number> {
  return copyTexts(client, { table, columns }, chunks(rows, columns.length))
}

/** The same of lines that are written already, by `copyLine` or as it would; bytes are UTF-8. */
export async function copyTexts(
  client: pg.ClientBase,
  { table, columns }: CopyTarget,
  texts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<number> {
  const names = columns.map(quoted).join(', ')
  const copy = client.query(copyFrom(`copy ${quoted(table)} (${names}) from stdin`))
  await pipeline(Readable.from(texts), copy)
  return copy.rowCount ?? 0
}

async function* chunks(
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  width: number,
): AsyncGenerator<string> {
  let chunk = ''
  for await (const row of rows) {
    if (row.length !== width) throw new RangeError(`a row has ${row.length} values, not ${width}`)
    chunk += copyLine(row)
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
