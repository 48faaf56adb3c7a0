import type { AcceptedEvent, EventFault } from '../accept/event.ts'
import { addEvent, closeBatch, type EventBatch, emptyBatch } from './event-batch.ts'
import { rejectionLine } from './event-line.ts'
import { instantSpan } from './instant-span.ts'
import type { MetricBook } from './metric-book.ts'

/** A row of a file: an event, or what is wrong with it. */
export interface ReadEventRow {
  readonly line: number
  readonly event: AcceptedEvent | null
  /** None of an event. */
  readonly faults: readonly EventFault[]
}

/** What was gathered in all. */
export interface Gathered {
  readonly events: number
  readonly rejected: number
  readonly firstAt: Date | null
  readonly lastAt: Date | null
}

/** Gathers rows to batches that are worth a statement and fit in memory. */
export interface RowGatherer {
  /** The metric of an event must be in the book. */
  add(row: ReadEventRow): void
  isFull(): boolean
  /** What was gathered since it was taken last. */
  take(): EventBatch
  /** All that was ever added. */
  all(): Gathered
}

/** From where on a batch is full. */
export interface BatchLimits {
  readonly rows: number
  readonly characters: number
}

const USUAL_BATCH: BatchLimits = { rows: 20_000, characters: 8_000_000 }

/** A gatherer for one upload. */
export function rowGatherer(
  uploadId: number,
  book: MetricBook,
  most: BatchLimits = USUAL_BATCH,
): RowGatherer {
  const span = instantSpan()
  let [events, rejected, characters] = [0, 0, 0]
  let batch = emptyBatch()
  return {
    add({ line, event, faults }) {
      if (event === null) {
        rejected += 1
        const rejection = rejectionLine({ uploadId, n: rejected }, line, faults)
        batch.rejections.push(rejection)
        characters += rejection.length
        return
      }
      const metricId = book.find(event)
      if (metricId === undefined) throw new Error(`no number for the metric ${event.metric}`)
      events += 1
      span.add(event.at)
      characters += addEvent(batch, { event, line }, { metricId, uploadId })
    },
    isFull: () =>
      batch.places.length + batch.rejections.length >= most.rows || characters >= most.characters,
    take() {
      const taken = closeBatch(batch)
      batch = emptyBatch()
      characters = 0
      return taken
    },
    all: () => ({ events, rejected, ...span.ends() }),
  }
}
