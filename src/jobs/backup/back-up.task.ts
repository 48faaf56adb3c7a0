import { sizeOf } from '../../db/backup/manifest.ts'
import { assertPassphrase, type KeyFile, sealKeyFiles } from '../../db/backup/sealed-keys.ts'
import { type Snapshot, withSnapshot } from '../../db/backup/snapshot.ts'
import { writeBackup } from '../../db/backup/write-backup.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import type { TaskResult } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'
import { type KeyPlaces, readKeyFiles } from './key-files.ts'

/** What a person wants backed up, and where to. */
export interface BackupRequest {
  readonly file: string
  /** Whether it takes the place of a file that is there. */
  readonly replaces: boolean
  readonly places: KeyPlaces
  /** Seals the keys into it; null leaves them out. */
  readonly passphrase: string | null
}

/** What was backed up. */
export interface BackupSummary {
  readonly file: string
  /** Of the file. */
  readonly fileBytes: number
  readonly id: string
  /** The instant all of it is of. */
  readonly asOf: string
  readonly migration: string
  readonly postgres: string
  readonly tables: number
  readonly rows: number
  /** Of the rows before they were packed. */
  readonly bytes: number
  readonly hasKeys: boolean
  /** Files of keys that are not in it. */
  readonly keysBeside: readonly string[]
}

/**
 * Writes everything in the database, as of one instant, to a file; its own run is later than that instant.
 * Throws `backup.exists`, `backup.unwritable`, `backup.passphrase-short`, `backup.keys-changed` and `run.busy`.
 */
export async function backUp(context: JobContext, request: BackupRequest) {
  const { passphrase, places } = request
  if (passphrase !== null) assertPassphrase(passphrase)
  const keys = await readKeyFiles(places)
  return withSnapshot(context.database, async (snapshot) => {
    const asOf = context.now()
    await assertSameKeys(places, keys)
    return runRecorded<BackupSummary>(context, 'backup', ({ progress }) =>
      progress.step('write-backup', (tick) =>
        written({ ...context, onBytes: (bytes) => tick(bytes, null) }, snapshot, {
          ...{ request, keys, asOf },
        }),
      ),
    )
  })
}

/** Keys that are changed while rows are sealed anew may not open what the instant holds. */
async function assertSameKeys(places: KeyPlaces, before: readonly KeyFile[]): Promise<void> {
  const after = await readKeyFiles(places)
  if (JSON.stringify(before) === JSON.stringify(after)) return
  throw new AppError('backup.keys-changed', { file: places['key-ring'] })
}

interface Ready {
  readonly request: BackupRequest
  readonly keys: readonly KeyFile[]
  readonly asOf: Date
}

async function written(
  { settings, who, onBytes }: JobContext & { readonly onBytes: (bytes: number) => void },
  snapshot: Snapshot,
  { request, keys, asOf }: Ready,
): Promise<TaskResult<BackupSummary>> {
  const { file, replaces, places, passphrase } = request
  const hasKeys = passphrase !== null && keys.length > 0
  const { manifest, fileBytes } = await writeBackup(snapshot, {
    ...{ file, replaces, onBytes, madeAt: asOf, version: who.version },
    timeZone: settings.timeZone,
    sealedKeys: hasKeys ? (id) => sealKeyFiles(keys, passphrase, id) : null,
  })
  const { id, madeAt, migrations, postgres, tables } = manifest
  const summary: BackupSummary = {
    ...{ file, fileBytes, id, asOf: madeAt, postgres, hasKeys },
    migration: migrations.at(-1)?.name ?? '?',
    tables: tables.length,
    ...sizeOf(manifest),
    keysBeside: hasKeys ? [] : keys.map(({ role }) => places[role]),
  }
  return { state: 'agreed', summary }
}
