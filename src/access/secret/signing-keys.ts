import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { isSystemError } from '../../db/system-error.ts'
import { AppError } from '../../lib/errors.ts'
import { withFileLock } from './file-lock.ts'

/** A key that signs access tokens. */
export interface SigningKey {
  readonly id: string
  readonly key: Buffer
}

/** The keys of a file that no other account can read; several servers share the file. */
export interface SigningKeys {
  /** The newest one, which signs. */
  current(): SigningKey
  /** The key of that name; looks into the file again where it is not known, as another server may have made it. */
  find(id: string): Promise<SigningKey | null>
}

const KEY_BYTES = 32
const KEPT = 2
/** A key that has signed this long is followed by another. */
const ROTATED_AFTER_MS = 90 * 86_400_000

const StoredKey = z.strictObject({
  id: z.string().min(1),
  madeAt: z.iso.datetime(),
  key: z.base64().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES),
})
/** The newest first. */
const KeyFile = z.tuple([StoredKey], StoredKey)
type KeyFile = z.output<typeof KeyFile>

/** Reads the keys, makes the first, and a new one at a start after 90 days. Throws `keys.unreadable`. */
export async function openSigningKeys(file: string, now: Date): Promise<SigningKeys> {
  let keys = await upToDateKeys(file, now).catch((error: unknown) => {
    throw unreadable(file, error)
  })
  const known = (id: string) => keys.find((each) => each.id === id)
  return {
    current: () => usable(keys[0]),
    async find(id) {
      if (!known(id)) keys = (await readKeys(file)) ?? keys
      const found = known(id)
      return found ? usable(found) : null
    },
  }
}

/** How many keys a file holds; looks only, and makes none. Throws `keys.unreadable`. */
export async function countSigningKeys(file: string): Promise<number> {
  return (await readKeys(file))?.length ?? 0
}

async function upToDateKeys(file: string, now: Date): Promise<KeyFile> {
  const keys = (await readKeys(file)) ?? (await makeFirst(file, now))
  return isWorn(keys, now) ? withFileLock(file, () => rotated(file, now)) : keys
}

function isWorn([newest]: KeyFile, now: Date): boolean {
  return now.getTime() - Date.parse(newest.madeAt) >= ROTATED_AFTER_MS
}

/** Adds a key that signs from now on, unless another server just did; what the one before signed still counts. */
async function rotated(file: string, now: Date): Promise<KeyFile> {
  const before = await readKeys(file)
  if (before && !isWorn(before, now)) return before
  const after: KeyFile = [newKey(now), ...(before ?? []).slice(0, KEPT - 1)]
  const own = await writeOwn(file, after)
  await rename(own, file)
  return after
}

/** Two servers may start at once: whose file is put in place first, those are the keys. */
async function makeFirst(file: string, now: Date): Promise<KeyFile> {
  await mkdir(dirname(file), { recursive: true })
  const content: KeyFile = [newKey(now)]
  const own = await writeOwn(file, content)
  try {
    await link(own, file)
    return content
  } catch (error) {
    const theirs = isSystemError(error, 'EEXIST') ? await readKeys(file) : null
    if (theirs === null) throw error
    return theirs
  } finally {
    await rm(own, { force: true })
  }
}

async function writeOwn(file: string, content: KeyFile): Promise<string> {
  const own = `${file}.${randomUUID()}.new`
  const text = `${JSON.stringify(content, null, 2)}\n`
  await writeFile(own, text, { flag: 'wx', mode: 0o600, flush: true })
  return own
}

async function readKeys(file: string): Promise<KeyFile | null> {
  try {
    return KeyFile.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null
    throw unreadable(file, error)
  }
}

/** Nothing of what the file holds is told. */
function unreadable(file: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  return new AppError('keys.unreadable', { file, reason: code ?? 'not-a-key-ring' })
}

function newKey(now: Date): KeyFile[0] {
  const id = `s${randomBytes(6).toString('hex')}`
  return { id, madeAt: now.toISOString(), key: randomBytes(KEY_BYTES).toString('base64') }
}

function usable({ id, key }: KeyFile[0]): SigningKey {
  return { id, key: Buffer.from(key, 'base64') }
}
