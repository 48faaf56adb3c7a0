import { type FileHandle, open } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { SECRET_SETTINGS } from './config-secrets.ts'
import { isSystemError } from './db/system-error.ts'
import { AppError } from './lib/errors.ts'
import { type SecretFile, secretExposure } from './lib/secret-exposure.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The settings that are secret; each may lie in a file named by the same variable and `_FILE`. */
export const SECRETS: readonly string[] = [
  'DATABASE_URL',
  'DATABASE_READ_URL',
  'MUSTER_BACKUP_PASSPHRASE',
  'MUSTER_MIGRATE_URL',
  ...SECRET_SETTINGS.map(({ variable }) => variable),
]

/**
 * The environment with every secret that is kept elsewhere filled in: from the file its `_FILE` names, else
 * from the systemd credential of the variable's own name. A line break at its end does not belong to it. A
 * variable that is set itself counts for more. Throws `secret.unreadable`, `secret.exposed`.
 */
export async function readSecrets(env: Environment): Promise<Environment> {
  const filled: Record<string, string | undefined> = { ...env }
  const credentials = env.CREDENTIALS_DIRECTORY || null
  for (const name of SECRETS) {
    if (env[name]) continue
    const file = env[`${name}_FILE`]
    if (file) filled[name] = await readSecret(file, credentials)
    else if (credentials) filled[name] = await findCredential(join(credentials, name))
  }
  return filled
}

/** Owner and rights are those of the very file that is read. What systemd hands over, it guards itself. */
async function readSecret(file: string, credentials: string | null): Promise<string> {
  const handle = await open(file).catch((error: unknown) => {
    throw unreadable(file, error)
  })
  try {
    if (credentials === null || !isWithin(file, credentials)) await assertPrivate(file, handle)
    return await textOf(handle)
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(file, error)
  } finally {
    await handle.close()
  }
}

/** A credential that was not handed over is no fault: most installations have few secrets. */
async function findCredential(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file)
    return await textOf(handle).finally(() => handle.close())
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined
    throw unreadable(file, error)
  }
}

async function textOf(handle: FileHandle): Promise<string> {
  return (await handle.readFile('utf8')).replace(/\r?\n$/u, '')
}

async function assertPrivate(file: string, handle: FileHandle): Promise<void> {
  const account = process.geteuid?.() ?? null
  const { mode, uid }: SecretFile = await handle.stat()
  const exposure = secretExposure({ mode, uid }, account)
  if (exposure !== null) throw new AppError('secret.exposed', { file, ...exposure })
}

function isWithin(file: string, folder: string): boolean {
  const path = relative(folder, file)
  return path !== '' && !path.startsWith('..') && join(folder, path) === join(file)
}

function unreadable(file: string, error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error)
  return new AppError('secret.unreadable', { file, reason }, { cause: error })
}
