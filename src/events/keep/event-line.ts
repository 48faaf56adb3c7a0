import { copyField } from '../../db/copy-text.ts'
import type { AcceptedEvent, EventFault } from '../accept/event.ts'

/** What every event of an upload is kept with. */
export interface KeptUnder {
  readonly metricId: number
  readonly uploadId: number
}

/** The columns of `eventLine`, in their order. */
export const EVENT_COLUMNS = [
  ...['key', 'metric_id', 'day', 'at', 'value', 'subject', 'dimensions', 'upload_id'],
] as const

/** An event as a line of COPY; what only checked text can hold needs no look at every character. */
export function eventLine(event: AcceptedEvent, { metricId, uploadId }: KeptUnder): string {
  const { key, day, at, value, subject, dimensions } = event
  const who = subject === null ? '\\N' : copyField(subject)
  return `\\\\x${key}\t${metricId}\t${day}\t${at}\t${value}\t${who}\t${copyField(JSON.stringify(dimensions))}\t${uploadId}\n`
}

/** The columns of `rejectionLine`, in their order. */
export const REJECTION_COLUMNS = ['upload_id', 'n', 'line', 'faults'] as const

/** A refused row as a line of COPY: the `n`-th of its upload. */
export function rejectionLine(
  { uploadId, n }: { readonly uploadId: number; readonly n: number },
  line: number,
  faults: readonly EventFault[],
): string {
  return `${uploadId}\t${n}\t${line}\t${copyField(JSON.stringify(faults))}\n`
}
