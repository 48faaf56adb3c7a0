import type { Day } from '../../lib/day.ts'
import type { AcceptedEvent } from '../accept/event.ts'
import { eventLine, type KeptUnder } from './event-line.ts'

/** Rows that are kept together. */
export interface EventBatch {
  /** Events as lines of COPY, UTF-8; bytes, for strings that wait grow old and are long in going. */
  readonly pieces: Uint8Array[]
  /** Lines that are no bytes yet. */
  open: string
  /** Where each event stood in its file. */
  readonly places: number[]
  /** The days they are of, by the number of their metric. */
  readonly days: Map<number, Set<Day>>
  /** Refused rows as lines of COPY. */
  readonly rejections: string[]
}

const PIECE_CHARACTERS = 131_072
const UTF8 = new TextEncoder()
const FROM_UTF8 = new TextDecoder()

/** A batch with nothing in it. */
export function emptyBatch(): EventBatch {
  return { pieces: [], open: '', places: [], days: new Map(), rejections: [] }
}

/** Puts an event to the others; gives how many characters more there are. */
export function addEvent(
  batch: EventBatch,
  { event, line: place }: { readonly event: AcceptedEvent; readonly line: number },
  under: KeptUnder,
): number {
  const line = eventLine(event, under)
  batch.open += line
  if (batch.open.length >= PIECE_CHARACTERS) closeBatch(batch)
  batch.places.push(place)
  const known = batch.days.get(under.metricId)
  if (known) known.add(event.day)
  else batch.days.set(under.metricId, new Set([event.day]))
  return line.length
}

/** Makes bytes of the lines that are none yet. */
export function closeBatch(batch: EventBatch): EventBatch {
  if (batch.open !== '') batch.pieces.push(UTF8.encode(batch.open))
  batch.open = ''
  return batch
}

/** The events of a closed batch as lines of COPY, each behind its number in the batch and its place in the file. */
export function* placedLines({ pieces, places }: EventBatch): Generator<string> {
  let at = 0
  for (const piece of pieces) {
    const lines = FROM_UTF8.decode(piece).split('\n')
    lines.pop() // what follows the last line end
    const from = at
    yield lines.map((line, n) => `${from + n}\t${places[from + n]}\t${line}\n`).join('')
    at += lines.length
  }
}

/** Every pair of a metric and a day in a batch. */
export function touchedDays({ days }: EventBatch): { metricId: number; day: Day }[] {
  return [...days].flatMap(([metricId, of]) => [...of].map((day) => ({ metricId, day })))
}
