import type { App } from '../app.ts'
import type { KeyPlaces } from '../jobs/backup/key-files.ts'
import { readSecrets } from '../secrets.ts'

/** The passphrase of a backup, from the environment or a file and never from what is typed; null for none. */
export async function backupPassphrase(
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  return (await readSecrets(env)).MUSTER_BACKUP_PASSPHRASE || null
}

/** Where the files of keys lie. */
export function keyPlacesOf({ settings, signingKeys }: App): KeyPlaces {
  return { 'key-ring': settings.fleet.keyRing, 'access-keys': signingKeys }
}
