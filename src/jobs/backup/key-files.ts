import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { KeyFile } from '../../db/backup/sealed-keys.ts'
import { isSystemError } from '../../db/system-error.ts'
import { AppError } from '../../lib/errors.ts'

/** Where the files of keys lie, which are no part of the database. */
export type KeyPlaces = Readonly<Record<KeyFile['role'], string>>

const ROLES = ['key-ring', 'access-keys'] as const

/** The files of keys there are. */
export async function readKeyFiles(places: KeyPlaces): Promise<KeyFile[]> {
  const read = await Promise.all(ROLES.map((role) => readKeyFile(places, role)))
  return read.filter((file) => file !== null)
}

/**
 * Puts files of keys in their places, readable by their owner alone; one that is there and the same stays. Gives
 * those it wrote. Throws `backup.keys-in-place` and writes none when others are there.
 */
export async function placeKeyFiles(
  places: KeyPlaces,
  files: readonly KeyFile[],
): Promise<string[]> {
  const missing: KeyFile[] = []
  for (const file of files) {
    const found = await readKeyFile(places, file.role)
    if (found === null) missing.push(file)
    else if (found.content !== file.content) {
      throw new AppError('backup.keys-in-place', { file: places[file.role] })
    }
  }
  for (const { role, content } of missing) await writeNew(places[role], content)
  return missing.map(({ role }) => places[role])
}

/** Takes away again what `placeKeyFiles` wrote. */
export async function removeKeyFiles(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true })
}

async function readKeyFile(places: KeyPlaces, role: KeyFile['role']): Promise<KeyFile | null> {
  const file = places[role]
  try {
    return { role, content: await readFile(file, 'utf8') }
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null
    throw new AppError('keys.unreadable', { file, reason: String(error) }, { cause: error })
  }
}

async function writeNew(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
