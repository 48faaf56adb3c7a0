import type { Day } from '../../lib/day.ts'
import type { RowFaultReason } from '../parse/row-stream.ts'

/** One event, checked. */
export interface AcceptedEvent {
  /** Of source and `id`, or of source, instant, metric, subject and all dimensions; the first 16 bytes of a SHA-256, in hexadecimal. */
  readonly key: string
  /** Whose event it is: the source its row names, else that of the upload. */
  readonly source: string
  readonly metric: string
  /** ISO 8601 in UTC, to the microsecond and without zeros at its end: one text for one instant. */
  readonly at: string
  /** In the time zone of the profile that its file was read with. */
  readonly day: Day
  /** A decimal as PostgreSQL reads it, without exponent or loss: one text for one number. */
  readonly value: string
  readonly subject: string | null
  /** Every other column that holds something, by its folded heading. */
  readonly dimensions: Readonly<Record<string, string>>
}

/** Why a row is refused: which cell, what stood there, what is wrong with it. */
export interface EventFault {
  readonly line: number
  /** Heading as delivered; null where the row as a whole is at fault. */
  readonly column: string | null
  /** `Sheet!C17` in a workbook; null elsewhere. */
  readonly cell: string | null
  /** Cut at 200 characters; what cannot be seen is written as `<U+0007>`. */
  readonly value: string
  readonly code: EventFaultCode
  /** What exactly, for the words of a person. */
  readonly reason: EventFaultReason
}

export type EventFaultCode =
  | 'row.bad-time'
  | 'row.bad-number'
  | 'row.bad-metric'
  | 'row.bad-source'
  | 'row.bad-text'
  | 'row.too-many-cells'
  | 'row.unreadable'

/** Every reason for which a cell is refused, with the code it is known by outside. */
export const FAULT_CODES = {
  'time-blank': 'row.bad-time',
  'time-needs-format': 'row.bad-time',
  'time-not-in-format': 'row.bad-time',
  'time-not-in-calendar': 'row.bad-time',
  'time-out-of-range': 'row.bad-time',
  'time-not-epoch': 'row.bad-time',
  'time-unknown': 'row.bad-time',
  'number-blank': 'row.bad-number',
  'number-true-false': 'row.bad-number',
  'number-not-finite': 'row.bad-number',
  'number-separators': 'row.bad-number',
  'number-too-long': 'row.bad-number',
  'number-unknown': 'row.bad-number',
  'metric-blank': 'row.bad-metric',
  'metric-too-long': 'row.bad-metric',
  'metric-control-character': 'row.bad-metric',
  'source-too-long': 'row.bad-source',
  'source-control-character': 'row.bad-source',
  'source-reserved': 'row.bad-source',
  'text-too-long': 'row.bad-text',
  'text-not-keepable': 'row.bad-text',
  'too-many-cells': 'row.too-many-cells',
  'columns-unclear': 'row.unreadable',
} as const satisfies Record<string, EventFaultCode>

export type CellFaultReason = keyof typeof FAULT_CODES

export type EventFaultReason = CellFaultReason | RowFaultReason

/** What a cell was read as, or why it cannot be. */
export type ReadCell =
  | { readonly kind: 'read'; readonly value: string }
  | { readonly kind: 'refused'; readonly reason: CellFaultReason }
