import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { to as copyTo } from 'pg-copy-streams'
import { countedRows, summed } from './counted-rows.ts'
import { type BackedTable, FORMAT_VERSION, type Manifest, partOf, sha256Of } from './manifest.ts'
import { type NewFile, writeNewFile } from './new-file.ts'
import { type BackupPart, packParts } from './pack.ts'
import { columnsOf } from './queries.ts'
import type { FoundTable, Snapshot } from './snapshot.ts'

/** What is written where, and what stands in the manifest beside the data. */
export interface BackupOrder extends NewFile, Pick<Manifest, 'version' | 'timeZone'> {
  readonly madeAt: Date
  /** The key files, sealed; null to leave them out. */
  readonly sealedKeys: ((backupId: string) => Promise<string>) | null
  /** Hears how many bytes have been read so far. */
  readonly onBytes: (bytes: number) => void
}

/** A backup that is on disk. */
export interface WrittenBackup {
  readonly manifest: Manifest
  /** Of the file. */
  readonly fileBytes: number
}

/** Writes one file with every row of an instant. Throws `backup.exists` and `backup.unwritable`. */
export async function writeBackup(snapshot: Snapshot, order: BackupOrder): Promise<WrittenBackup> {
  const tables: BackedTable[] = []
  const { madeAt, version, timeZone } = order
  const { postgres, migrations, sequences } = snapshot
  const manifest: Manifest = {
    ...{ format: 'muster-backup', formatVersion: FORMAT_VERSION, id: randomUUID() },
    ...{ madeAt: madeAt.toISOString(), version, postgres, timeZone, migrations, tables, sequences },
    hasKeys: order.sealedKeys !== null,
  }
  await writeNewFile(order, (handle) => packParts(handle, partsOf(snapshot, order, manifest)))
  return { manifest, fileBytes: (await stat(order.file)).size }
}

/** The manifest comes last, for it says what came before it. */
async function* partsOf(
  snapshot: Snapshot,
  { sealedKeys, onBytes }: BackupOrder,
  manifest: Manifest,
): AsyncGenerator<BackupPart> {
  const hear = summed(onBytes)
  for (const table of snapshot.tables) {
    const counted = countedRows(hear)
    yield { name: partOf(table), content: counted.through(rowsOf(snapshot, table)) }
    manifest.tables.push({ ...table, columns: [...table.columns], ...counted.found() })
  }
  if (sealedKeys) yield { name: 'keys.json', content: await sealedKeys(manifest.id) }
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  yield { name: 'manifest.json', content: text }
  yield { name: 'manifest.sha256', content: `${sha256Of(text)}\n` }
}

function rowsOf({ client }: Snapshot, table: FoundTable): AsyncIterable<Uint8Array> {
  return client.query(copyTo(`copy ${columnsOf(table)} to stdout`))
}
