/** What a value bound into a statement may be. */
export type SqlValue = string | number | Uint8Array | null

/** A statement and the values bound to its question marks. */
export interface Statement {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/** One row as the driver gives it, parsed before anything else is done with it. */
export type DatabaseRow = Readonly<Record<string, unknown>>

/**
 * An OCS database opened to be read: it can select and nothing else. Faults arrive as
 * `ocs.lost`, `ocs.refused`, `ocs.read-only`, `ocs.busy`, or as a StatementFault.
 */
export interface ReadableDatabase {
  /** `user@host:port/database`, or the file's path. */
  readonly where: string
  /** `host:port/database`, or the file's absolute path: the same for every account. */
  readonly target: string
  readonly user: string
  select(text: string, values?: readonly SqlValue[]): Promise<DatabaseRow[]>
  /** The rows of one select as they arrive, `batchSize` at a time. */
  stream(text: string, batchSize: number): AsyncIterable<DatabaseRow[]>
  close(): Promise<void>
}

/** The same, able to write as well; only the writer and the simulator are ever handed one. */
export interface WritableDatabase extends ReadableDatabase {
  /** Runs a statement that is no select; gives how many rows it matched. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>
  /** Another session on the same database. */
  reopen(): Promise<WritableDatabase>
}

/** A statement the database refused without harm to the session. */
export class StatementFault extends Error {
  readonly kind: StatementFaultKind

  constructor(kind: StatementFaultKind, reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'StatementFault'
    this.kind = kind
  }
}

/** `deadlock`: the transaction is gone. `lock-wait`: another holds the row. `refused`: the value or a rule of the database. */
export type StatementFaultKind = 'deadlock' | 'lock-wait' | 'refused'
