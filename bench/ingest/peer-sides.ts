import { join } from 'node:path'
import type { Database } from '../../src/db/database.ts'
import type { Command } from '../measure/measured.ts'
import { assertPandasKept, assertPsqlKept, type Expected } from './assert-kept.ts'
import type { EventFile } from './event-file.ts'
import { type Installation, settle } from './installation.ts'
import { runBeside, type SideRun } from './side-run.ts'

/** A file that a peer takes in, and what must be kept then. */
export interface PeerOrder {
  readonly file: EventFile
  readonly expected: Expected
}

const SCRIPT = join(import.meta.dirname, '../peer/ingest_events.py')

/** `\copy` into a plain table with a unique index. Throws unless it keeps what is true. */
export function ingestByPsql(
  installation: Installation,
  { file, expected }: PeerOrder,
): Promise<SideRun> {
  const copy = `\\copy psql_event from '${file.path}' with (format csv, header)`
  return withPlainTable(installation, 'psql_event', async (database, words) => {
    const command: Command = {
      program: 'psql',
      args: ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', words, '-c', copy],
      env: {},
      goodCodes: [0],
    }
    const { seconds, peakBytes, databaseBytes } = await runBeside(installation, command)
    await assertPsqlKept(database, expected)
    return { seconds, workSeconds: seconds, peakBytes, databaseBytes, steps: [] }
  })
}

/** The script of pandas and SQLAlchemy. Throws unless it keeps what is true. */
export function ingestByPandas(
  installation: Installation,
  { file, expected, python }: PeerOrder & { readonly python: string },
): Promise<SideRun> {
  return withPlainTable(installation, 'pandas_event', async (database, words) => {
    const command: Command = {
      program: python,
      args: [SCRIPT, file.path],
      env: { MUSTER_BENCH_DSN: words },
      goodCodes: [0],
    }
    const { output, ...watched } = await runBeside(installation, command)
    await assertPandasKept(database, expected)
    await database.pool.query('drop table pandas_day')
    const { seconds: workSeconds, steps } = JSON.parse(output)
    return { ...watched, workSeconds, steps }
  })
}

/** Makes an empty table for a peer, and drops it when its work is done. */
function withPlainTable<T>(
  installation: Installation,
  table: string,
  work: (database: Database, words: string) => Promise<T>,
): Promise<T> {
  return installation.withDatabase(async (database, words) => {
    await database.pool.query(`
      create table ${table} (
        id text, timestamp timestamptz, metric text, value numeric, subject text, site text,
        channel text);
      create unique index on ${table} (id)`)
    await settle(database)
    const done = await work(database, words)
    await database.pool.query(`drop table ${table}`)
    return done
  })
}
