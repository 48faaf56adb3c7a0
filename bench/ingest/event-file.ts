import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { csvLine, eventRow, HEADER } from './event-rows.ts'
import type { Truth } from './truth.ts'

/** A file of events on disk. */
export interface EventFile {
  readonly path: string
  readonly rows: number
  readonly bytes: number
}

/** Which events a file holds. */
export interface FileOrder {
  readonly rows: number
  /** The number of the event in each row; see `eventRow`. */
  numberOf(row: number): number
  /** Learns of every event whose number is not below this one. */
  readonly learnFrom: number
}

const CHUNK_ROWS = 5_000
const SAMPLE_ROWS = 20_000

/** Writes a file as a stream, and tells the truth of it. */
export async function writeEventFile(
  path: string,
  { rows, numberOf, learnFrom }: FileOrder,
  truth: Truth,
): Promise<EventFile> {
  await mkdir(dirname(path), { recursive: true })
  const stream = createWriteStream(path)
  let bytes = 0
  const write = async (text: string) => {
    bytes += text.length // nothing but ASCII
    if (!stream.write(text)) await once(stream, 'drain')
  }
  await write(HEADER)
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    let text = ''
    for (let row = from; row < Math.min(from + CHUNK_ROWS, rows); row += 1) {
      const event = eventRow(numberOf(row), rows)
      if (numberOf(row) >= learnFrom) truth.add(event)
      text += csvLine(event)
    }
    await write(text)
  }
  stream.end()
  await finished(stream)
  return { path, rows, bytes }
}

/** A file of all events below a count. */
export function wholeFile(rows: number): FileOrder {
  return { rows, numberOf: (row) => row, learnFrom: 0 }
}

/** A file in which every other event is one of `wholeFile`, and the others are new. */
export function halfKnownFile(rows: number): FileOrder {
  return { rows, numberOf: (row) => (row % 2 === 0 ? row : rows + row), learnFrom: rows }
}

/** How many rows come to so many bytes, a little more rather than less. */
export function rowsIn(bytes: number): number {
  let sampled = 0
  for (let row = 0; row < SAMPLE_ROWS; row += 1)
    sampled += csvLine(eventRow(row, SAMPLE_ROWS)).length
  return Math.ceil((bytes / sampled) * SAMPLE_ROWS * 1.002)
}
