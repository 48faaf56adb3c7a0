import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openSigningKeys } from '../access/secret/signing-keys.ts'
import { type App, signingKeysFile } from '../app.ts'
import type { Config } from '../config.ts'
import { developmentFaults, roleFaults, serverFaults, settingFaults } from '../config-production.ts'
import { openUnshaped } from '../db/database.ts'
import { openKeyRing } from '../db/key-ring.ts'
import { runtimeRole } from '../db/runtime-role.ts'
import { serverProtection } from '../db/server-protection.ts'
import { isSystemError } from '../db/system-error.ts'
import { openRing } from '../jobs/open-ring.ts'
import { AppError, isAppError } from '../lib/errors.ts'
import type { ServeFault } from '../lib/serve-fault.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What is to be started, and in which environment. */
export interface Starting {
  /** People reach what serves; what works is reached by nobody. */
  readonly role: 'serve' | 'work'
  readonly env: Environment
  readonly now: Date
}

/** Throws `server.unfit` with everything that keeps a server from starting as it is set up. */
export async function assertFit(config: Config, starting: Starting): Promise<void> {
  const faults =
    config.server.mode === 'production'
      ? await productionFaults(config, starting)
      : starting.role === 'serve'
        ? developmentFaults(config.server)
        : []
  if (faults.length > 0) throw new AppError('server.unfit', { faults })
}

/** Once the database answers: keys that are lost are told now and not at night. Throws `server.unfit`, `keys.unreadable`. */
export async function assertFitOnceOpen(app: App): Promise<void> {
  const { database, server, settings, signingKeys, now } = app
  if (server.mode !== 'production') return
  const isByUrl = database.connection().connectionString !== undefined
  const faults = isByUrl ? roleFaults(await runtimeRole(database.pool)) : []
  if (faults.length > 0) throw new AppError('server.unfit', { faults })
  await openRing(database, settings.fleet.keyRing)
  await openSigningKeys(signingKeys, now())
}

async function productionFaults(
  config: Config,
  { role, env, now }: Starting,
): Promise<ServeFault[]> {
  const { DEMO_FOLDER } = await import('./demo.ts')
  const signingKeys = signingKeysFile(config)
  const faults = [
    ...(role === 'serve' ? settingFaults(config, { demoFolder: DEMO_FOLDER }) : []),
    ...verificationFaults(env),
    ...(await keyFaults(config.keyRing, () => openKeyRing(config.keyRing))),
    ...(await keyFaults(signingKeys, () => openSigningKeys(signingKeys, now))),
  ]
  const { databaseUrl, databaseReadUrl: replica } = config
  const replicaFaults = replica === null ? [] : serverFaults(replica, serverProtection(replica))
  const before = [...faults, ...replicaFaults]
  return [...before, ...(await databaseFaults(databaseUrl, before.length > 0))]
}

function verificationFaults({ NODE_TLS_REJECT_UNAUTHORIZED: value }: Environment): ServeFault[] {
  return value === '0'
    ? [{ fault: 'tls-verification-off', about: 'NODE_TLS_REJECT_UNAUTHORIZED' }]
    : []
}

/** Of a file that is there, whether it holds keys; of one that is not, whether it can be made. */
async function keyFaults(file: string, open: () => Promise<unknown>): Promise<ServeFault[]> {
  if (!(await isThere(file))) {
    return (await canMake(file)) ? [] : [{ fault: 'keys-missing', about: file }]
  }
  const isRead = await open().then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError) return false
      throw error
    },
  )
  return isRead ? [] : [{ fault: 'keys-unreadable', about: file }]
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (isSystemError(error, 'ENOENT') || isSystemError(error, 'ENOTDIR')) return false
      throw error
    },
  )
}

/** Whether this account may write to the folder, or to the nearest one above that is there. */
async function canMake(path: string): Promise<boolean> {
  const folder = dirname(path)
  if (!(await isThere(folder))) return folder !== path && (await canMake(folder))
  if (!(await stat(folder)).isDirectory()) return false
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}

/** The server that comes along belongs to this account; one by its address has roles, and may be far away. */
async function databaseFaults(url: string | null, isUnfit: boolean): Promise<ServeFault[]> {
  if (url === null) return []
  const faults = serverFaults(url, serverProtection(url))
  if (faults.some(({ fault }) => fault === 'database-not-verified')) {
    return [...faults, { fault: 'database-unchecked', about: 'DATABASE_URL' }] // no password goes over it
  }
  try {
    const database = await openUnshaped({ url })
    const role = await runtimeRole(database.pool).finally(() => database.close())
    return [...faults, ...roleFaults(role)]
  } catch (error) {
    if (!isAppError(error, 'database.unreachable')) throw error
    // what is waited for is looked at once it answers
    if (!isUnfit && faults.length === 0) return []
    return [...faults, { fault: 'database-unchecked', about: error.code }]
  }
}
