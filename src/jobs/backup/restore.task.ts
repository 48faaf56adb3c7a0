import { type Loaded, loadBackup } from '../../db/backup/load-backup.ts'
import { type Manifest, sizeOf } from '../../db/backup/manifest.ts'
import { checkBackup, type OpenBackup, withBackup } from '../../db/backup/read-backup.ts'
import { type KeyFile, openKeyFiles } from '../../db/backup/sealed-keys.ts'
import { assertEmpty, migrationsOf, type Target } from '../../db/backup/target.ts'
import { MIGRATIONS } from '../../db/database.ts'
import { readMigrations } from '../../db/migrate.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import { type KeyPlaces, placeKeyFiles, removeKeyFiles } from './key-files.ts'
import { type KeyState, keyStateOf } from './key-state.ts'
import { endRunsOfBefore } from './queries.ts'

/** What is to be put back. */
export interface RestoreRequest {
  readonly file: string
  readonly places: KeyPlaces
  readonly passphrase: string | null
  /** Leaves the keys of the backup where they are. */
  readonly withoutKeys: boolean
  /** Only looks at the file; the database stays as it is. */
  readonly checksOnly: boolean
}

/** What a backup says of itself. */
export interface BackupFacts
  extends Pick<Manifest, 'id' | 'madeAt' | 'version' | 'postgres' | 'timeZone' | 'hasKeys'> {
  readonly migration: string
  readonly tables: number
  readonly rows: number
  readonly bytes: number
}

/** What a restored database is like. */
export interface Restored extends Loaded {
  /** Runs that had not ended when the backup was made. */
  readonly endedRuns: readonly number[]
  readonly migratedTo: string
  /** Files of keys that were put in their places. */
  readonly keyFiles: readonly string[]
  readonly keys: KeyState
}

/** What was read; `restored` is null where the file was only checked. */
export interface RestoreSummary {
  readonly file: string
  readonly backup: BackupFacts
  readonly restored: Restored | null
}

/**
 * Puts a backup into an empty database, once every part of the file was found as written. No run of it is
 * recorded: the database becomes what it was. Throws `backup.*`; after that no row and no key of it is there.
 */
export function restoreBackup(
  context: JobContext,
  request: RestoreRequest,
): Promise<RestoreSummary> {
  const { file, checksOnly } = request
  return withBackup(file, async (backup) => {
    const target = { pool: context.database.pool, migrations: await readMigrations(MIGRATIONS) }
    migrationsOf(backup.manifest, target.migrations)
    if (!checksOnly) await assertEmpty(target.pool)
    const facts = factsOf(backup.manifest)
    const keys = await openedKeys(backup, request)
    await context.progress.step('check-backup', (tick) =>
      checkBackup(
        backup,
        stoppable(context, file, (bytes) => tick(bytes, facts.bytes)),
      ),
    )
    if (checksOnly) return { file, backup: facts, restored: null }
    return {
      file,
      backup: facts,
      restored: await putBack(context, request, { backup, target, keys }),
    }
  })
}

interface Ready {
  readonly backup: OpenBackup
  readonly target: Target
  readonly keys: readonly KeyFile[]
}

/** The keys come first: data without them would be no use to whoever finds it after a power cut. */
async function putBack(
  context: JobContext,
  { file, places }: RestoreRequest,
  { backup, target, keys }: Ready,
): Promise<Restored> {
  const { bytes: total } = sizeOf(backup.manifest)
  const keyFiles = await placeKeyFiles(places, keys)
  try {
    const loaded = await context.progress.step('load-backup', (tick) =>
      loadBackup(
        target,
        backup,
        stoppable(context, file, (bytes) => tick(bytes, total)),
      ),
    )
    const { rows: ended } = await endRunsOfBefore().execute(context.database.db)
    return {
      ...loaded,
      endedRuns: ended.map(({ id }) => id),
      migratedTo: target.migrations.at(-1)?.name ?? '?',
      keyFiles,
      keys: await keyStateOf(context.database, places['key-ring']),
    }
  } catch (error) {
    if (await isEmpty(target)) await removeKeyFiles(keyFiles)
    throw error
  }
}

/** Whether nothing was confirmed; a database that cannot be asked may hold it all. */
function isEmpty({ pool }: Target): Promise<boolean> {
  return assertEmpty(pool).then(
    () => true,
    () => false,
  )
}

async function openedKeys(
  backup: OpenBackup,
  { file, passphrase, withoutKeys, checksOnly }: RestoreRequest,
): Promise<readonly KeyFile[]> {
  const sealed = withoutKeys ? null : await backup.sealedKeys()
  if (sealed === null) return []
  if (passphrase === null) {
    if (checksOnly) return []
    throw new AppError('backup.passphrase-needed', { file })
  }
  const keys = await openKeyFiles(sealed, passphrase, backup.manifest.id)
  if (keys === null) throw new AppError('backup.passphrase-wrong', { file })
  return keys
}

/** Stops where somebody asked for it. */
function stoppable(
  { signal }: JobContext,
  file: string,
  tell: (bytes: number) => void,
): (bytes: number) => void {
  return (bytes) => {
    if (signal?.aborted) throw new AppError('backup.stopped', { file })
    tell(bytes)
  }
}

function factsOf(manifest: Manifest): BackupFacts {
  const { id, madeAt, version, postgres, timeZone, hasKeys, migrations, tables } = manifest
  return {
    ...{ id, madeAt, version, postgres, timeZone, hasKeys },
    migration: migrations.at(-1)?.name ?? '?',
    tables: tables.length,
    ...sizeOf(manifest),
  }
}
