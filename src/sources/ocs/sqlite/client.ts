import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../lib/errors.ts'
import type { DatabaseRow, ReadableDatabase, SqlValue, WritableDatabase } from '../database.ts'
import { isHalfWritten, openFailure, sqliteFailure } from './fault.ts'

const BUSY_TIMEOUT_MS = 5_000

/** Opens an SQLite copy of an OCS database to be read; the file itself is opened read-only. */
export function openSqlite(file: string): ReadableDatabase {
  return readable(openFile(file, true), file)
}

/** Opens an SQLite copy of an OCS database to be written. */
export function openWritableSqlite(file: string): WritableDatabase {
  const database = openFile(file, false)
  return {
    ...readable(database, file),
    run: async (text, values = []) =>
      attempt(file, () => Number(database.prepare(text).run(...values).changes)),
    reopen: async () => openWritableSqlite(file),
  }
}

function openFile(file: string, readOnly: boolean): DatabaseSync {
  if (!existsSync(file)) {
    throw new AppError('ocs.unreachable', { where: file, reason: 'no-such-file' })
  }
  try {
    const database = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT_MS })
    database.prepare('select count(*) from sqlite_schema').get()
    return database
  } catch (error) {
    if (readOnly && isHalfWritten(error)) {
      openFile(file, false).close() // opened to be written, SQLite takes the half back
      return openFile(file, true)
    }
    throw openFailure(error, file)
  }
}

function readable(database: DatabaseSync, where: string): ReadableDatabase {
  return {
    where,
    target: resolve(where),
    user: '',
    select: async (text: string, values: readonly SqlValue[] = []) =>
      attempt(where, () => database.prepare(text).all(...values)),
    async *stream(text, batchSize) {
      const rows: Iterator<DatabaseRow> = attempt(where, () => database.prepare(text).iterate())
      for (;;) {
        const batch = attempt(where, () => take(rows, batchSize))
        if (batch.length === 0) return
        yield batch
      }
    },
    close: async () => {
      if (database.isOpen) database.close()
    },
  }
}

function take(rows: Iterator<DatabaseRow>, size: number): DatabaseRow[] {
  const taken: DatabaseRow[] = []
  while (taken.length < size) {
    const next = rows.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

function attempt<T>(where: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw sqliteFailure(error, where)
  }
}
