import { randomBytes, randomUUID } from 'node:crypto'
import {
  chmod,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { StartReason } from '../../lib/database-failure.ts'
import { AppError } from '../../lib/errors.ts'
import { errorCode, isSystemError } from '../system-error.ts'
import { type Account, giveTo, isRoot, ownerOf, systemAccount } from './embedded-account.ts'
import { findBinaries, type PostgresBinaries } from './embedded-binaries.ts'
import type { Cluster, EmbeddedPlace } from './embedded-files.ts'
import { initialise } from './embedded-initdb.ts'
import { stageBinaries } from './embedded-staging.ts'

const IN_PLACE = 'postgres'
const POINTER = 'postgres-cluster'
const LEFTOVER_AFTER_MS = 3_600_000

/** The cluster of a data folder, made whole when there is none yet. Two first starts end up with one. */
export async function openCluster(place: EmbeddedPlace): Promise<Cluster> {
  const dataFolder = resolve(place.dataFolder)
  try {
    await mkdir(dataFolder, { recursive: true })
    const found = await findCluster(place)
    const { folder, account } = found ?? (await createCluster(place))
    const major = Number(await readFile(join(folder, 'data', 'PG_VERSION'), 'utf8'))
    return { folder, account, binaries: await runnableBinaries(place, account, major) }
  } catch (error) {
    if (errorCode(error) === null || error instanceof AppError) throw error
    throw refused(dataFolder, error)
  }
}

/** Whether a data folder has a database; looks only, and makes none. */
export async function hasCluster(dataFolder: string): Promise<boolean> {
  const places = [IN_PLACE, POINTER].map((name) => exists(join(resolve(dataFolder), name)))
  return (await Promise.all(places)).includes(true)
}

type Location = Pick<Cluster, 'folder' | 'account'>

async function findCluster(place: EmbeddedPlace): Promise<Location | null> {
  const inPlace = join(resolve(place.dataFolder), IN_PLACE)
  if (await exists(inPlace)) {
    return { folder: inPlace, account: isRoot() ? await ownerOf(inPlace) : null }
  }
  const pointer = join(resolve(place.dataFolder), POINTER)
  if (!(await exists(pointer))) return null
  if (!isRoot()) throw failed(pointer, 'only-root')
  const id = await readFile(pointer, 'utf8')
  const folder = join(clustersFolder(place), id.trim())
  if (!(await exists(folder))) throw failed(folder, 'cluster-missing')
  return { folder, account: await ownerOf(folder) }
}

async function createCluster(place: EmbeddedPlace): Promise<Location> {
  if (!isRoot()) return createInPlace(place)
  const account = await systemAccount()
  await openSystemFolder(place)
  const id = randomUUID()
  const folder = join(clustersFolder(place), id)
  const location = { folder, account }
  await fill(location, place)
  const isOurs = await writePointer(join(place.dataFolder, POINTER), id)
  if (isOurs) return location
  await rm(folder, { recursive: true, force: true })
  return settled(place)
}

async function createInPlace(place: EmbeddedPlace): Promise<Location> {
  const folder = join(resolve(place.dataFolder), IN_PLACE)
  await removeLeftovers(place.dataFolder)
  const fresh = `${folder}.new-${randomBytes(6).toString('hex')}`
  await fill({ folder: fresh, account: null }, place)
  try {
    await rename(fresh, folder)
    await flushFolder(resolve(place.dataFolder))
  } catch (error) {
    if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return settled(place)
}

/** What is in place after a race: ours, or that of the process that was first. */
async function settled(place: EmbeddedPlace): Promise<Location> {
  const found = await findCluster(place)
  if (found === null) throw failed(place.dataFolder, 'not-put-in-place')
  return found
}

async function fill(location: Location, place: EmbeddedPlace): Promise<void> {
  const { folder, account } = location
  const binaries = await runnableBinaries(place, account, null)
  await mkdir(folder, { mode: 0o700 })
  try {
    await giveTo(account, folder)
    await initialise({ folder, account, binaries })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** The shipped programs may lie where only root can go, so for another account they are copied out. */
async function runnableBinaries(
  place: EmbeddedPlace,
  account: Account,
  major: number | null,
): Promise<PostgresBinaries> {
  const binaries = await findBinaries({ binFolder: place.binFolder, major })
  if (account === null || binaries.shippedAs === null) return binaries
  await openSystemFolder(place)
  const target = join(systemFolder(place), `postgres-${binaries.shippedAs}`)
  return { ...binaries, folder: await stageBinaries(binaries.folder, target) }
}

/** True when the pointer is ours now, false when another process was first. Survives a power cut. */
async function writePointer(file: string, id: string): Promise<boolean> {
  const fresh = `${file}.new-${randomBytes(6).toString('hex')}`
  await writeFile(fresh, `${id}\n`, { flush: true })
  try {
    await link(fresh, file)
    await flushFolder(resolve(file, '..'))
    return true
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error
    return false
  } finally {
    await rm(fresh, { force: true })
  }
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** Half-made clusters of processes that were killed. */
async function removeLeftovers(dataFolder: string): Promise<void> {
  const names = await readdir(dataFolder)
  for (const name of names.filter((entry) => entry.startsWith(`${IN_PLACE}.new-`))) {
    const path = join(dataFolder, name)
    const age = await stat(path).then((found) => Date.now() - found.mtimeMs, nullIfAbsent)
    if (age !== null && age > LEFTOVER_AFTER_MS) await rm(path, { recursive: true, force: true })
  }
}

function systemFolder(place: EmbeddedPlace): string {
  return resolve(place.systemFolder ?? '/var/lib/muster')
}

/** Every account may pass through, whatever mask root works under. */
async function openSystemFolder(place: EmbeddedPlace): Promise<void> {
  await mkdir(clustersFolder(place), { recursive: true })
  await chmod(systemFolder(place), 0o755)
  await chmod(clustersFolder(place), 0o711)
}

function clustersFolder(place: EmbeddedPlace): string {
  return join(systemFolder(place), 'clusters')
}

function failed(folder: string, reason: StartReason): AppError {
  return new AppError('database.start-failed', { folder, reason, said: '' })
}

function refused(folder: string, cause: unknown): AppError {
  const said = cause instanceof Error ? cause.message : String(cause)
  return new AppError('database.start-failed', { folder, reason: 'system-error', said }, { cause })
}

function nullIfAbsent(error: unknown): null {
  if (isSystemError(error, 'ENOENT')) return null
  throw error
}

async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch(nullIfAbsent)
  return found !== null
}
