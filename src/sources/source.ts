import type { z } from 'zod'
import type { Outside } from './outside.ts'

/** What Muster must know of a source to read it. One folder, one of these, one line in `registry.ts`. */
export interface Source<Settings = unknown, Item = unknown> {
  /** Also the folder's name and the key in `muster.yaml`. */
  readonly id: string
  readonly title: string
  readonly settings: z.ZodType<Settings>
  /** Takes one delivered row to our own words, or refuses it with issues at the fault. */
  readonly record: z.ZodType<Item>
  /**
   * The identifier a row bears even where `record` refuses it, exactly as its item would bear it;
   * null when the row has none that can be read. For sources whose identifiers may repeat.
   */
  keyOf?(row: unknown): string | null
  /** Opens the source for reading. What it returns cannot write. */
  connect(settings: Settings, outside: Outside): Promise<Connection>
}

/** Declares a source; the types of settings and items follow from its schemas. */
export function defineSource<Settings, Item>(
  source: Source<Settings, Item>,
): Source<Settings, Item> {
  return source
}

/** A source opened for reading, and nothing else. */
export interface Connection {
  readonly origin: Origin
  /** About how many rows will come, for the time left; null when nobody can say. */
  expected(): number | null
  /** Rows as delivered, in batches and in a stable order. */
  rows(): AsyncIterable<readonly DeliveredRow[]>
  /** What a person should know of the delivery as a whole; complete once `rows()` has ended. */
  notes(): readonly SourceNote[]
  /** What the source said it has and did not deliver; complete once `rows()` has ended. */
  missing?(): readonly Missing[]
  close(): Promise<void>
}

/** A part of a delivery that is not there: with one, a collection is partial. */
export interface Missing {
  readonly code: MissingCode
  /** The route, page or organisation it was asked of. */
  readonly place: string
  readonly expected: number
  readonly received: number
}

/** `fewer-than-said`: the source counts more than it gave. `changed-between-pages`: the list moved while it was read. */
export type MissingCode = 'fewer-than-said' | 'changed-between-pages'

/** Which file or database answered. */
export interface Origin {
  /** For people: a file's path, or `user@host:port/database`. Never holds a secret. */
  readonly name: string
  /** SHA-256 of the file, lower-case hex; null for a database. */
  readonly hash: string | null
  readonly bytes: number | null
}

export interface DeliveredRow {
  /** Where a person finds the row: `Hoja1!9`, `hardware.ID 12`. */
  readonly place: string
  /** What `Source.record` parses. */
  readonly row: unknown
}

/** A row that was refused, or a remark on one that was taken: where, what, and what stood there. */
export interface Rejection {
  readonly place: string
  readonly code: RejectionCode
  /** The cell or row as it was found, cut at 200 characters. */
  readonly raw: string
  /** The identifier the refused row bears, where it can be read; only while a delivery is worked on. */
  readonly key?: string
}

/** Why a cell or row is refused; a source says it as the message of its issue. */
export const REJECTION_CODES = [
  'number-missing',
  'number-is-virtual-machine-word',
  'number-imprecise',
  'formula-without-value',
  'error-value',
  'date-for-text',
  'boolean-for-text',
  'control-character',
  'too-long',
  'location-id-missing',
  'row-unreadable',
  'id-missing',
  'id-repeated',
] as const
export type RejectionCode = (typeof REJECTION_CODES)[number]

/** A remark on a delivery that was taken: what was odd, and where. */
export interface SourceNote {
  readonly code: NoteCode
  /** The file, sheet, table or cell; where several are meant, the first of them. */
  readonly place: string
  /** How many; for another file or sheet its name, for a missing column its heading. */
  readonly detail: string
}

export type NoteCode =
  | 'other-files-ignored'
  | 'other-sheet-used'
  | 'other-sheets-ignored'
  | 'date1904'
  | 'column-missing'
  | 'blank-rows'
  /** One for each column: */
  | 'number-typed-as-number'
  | 'shown-with-leading-zeros'
  | 'empty-word'
  | 'optional-cell-unreadable'
  | 'inside-merged-cells'
  /** Of vendors' services: */
  | 'unapproved-excluded'
  | 'deleted-excluded'
  | 'repeated-between-pages'
  | 'repeated-key'
  | 'organisation-unknown'
  /** Of OCS: */
  | 'groups-excluded'
  | 'archived-excluded'
  | 'scopes-unknown'
  | 'guests-unknown'

/** One value to be replaced in a system we do not own, and what must still stand there for it to be. */
export interface FieldChange {
  /** What the system knows the record by: OCS's `HARDWARE_ID`, ThreatLocker's `computerId`. */
  readonly recordKey: string
  readonly from: string | null
  readonly to: string | null
  /** The inventory number the record held when the change was planned, exactly; null too where the system keeps none. */
  readonly inventoryNumber: string | null
  /** Key of the organisation the record lies in at its vendor; null where the system has none. */
  readonly organisation: string | null
  /** True when it was tried before, and nobody knows yet what came of that. */
  readonly tried?: boolean
}

/** What became of one change. `found` is null when the record itself is gone. */
export type WriteOutcome =
  | { readonly kind: 'applied' }
  | { readonly kind: 'moved'; readonly found: FoundState | null }
  | { readonly kind: 'failed'; readonly reason: string }

export interface FoundState {
  readonly value: string | null
  /** Null too where the system keeps none. */
  readonly inventoryNumber: string | null
}

/** The one thing that can write to another system; only apply and undo are ever handed one. */
export interface Writer {
  /** The system it writes to, whoever asks: `host:port/database`, a file's absolute path, a service's address. */
  readonly target: string
  /** The most changes it is handed at once; 1 where the system cannot take several back together. */
  readonly batchSize: number
  /** Throws `ocs.read-only` or `api.read-only` where it is known that this account may not write; writes nothing. */
  assertWritable(): Promise<void>
  /**
   * Replaces each value where what was planned on still stands, all or none. One outcome per change,
   * in the same order. When this throws, none is written; of a single change it may be unknown, and
   * is told by looking at the record again.
   */
  replace(changes: readonly FieldChange[]): Promise<readonly WriteOutcome[]>
  close(): Promise<void>
}
