import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { AppError } from '../lib/errors.ts'
import { isSystemError } from './system-error.ts'

/** What was sealed, and under which key. */
export interface Sealed {
  readonly keyId: string
  /** Nonce, ciphertext, tag. */
  readonly sealed: Buffer
}

/** Seals what is stored so that the database alone does not tell it: AES-256-GCM under keys of a file. */
export interface KeyRing {
  /** The key that seals from now on. */
  readonly currentId: string
  readonly ids: readonly string[]
  /** `about` is bound to it: what was sealed about one thing does not open as another. */
  seal(plain: Uint8Array, about: string): Sealed
  /** Throws `keys.unknown` when the key is not in the ring, `keys.broken` when it is not what was sealed. */
  open(sealed: { readonly keyId: string; readonly sealed: Uint8Array }, about: string): Buffer
}

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

const KeyFile = z.strictObject({
  current: z.string(),
  keys: z.record(z.string(), z.base64().refine(isKey)),
})
type KeyFile = z.output<typeof KeyFile>

/**
 * Reads the ring, and makes one with its first key where there is none. Throws `keys.unreadable` when
 * there is none although something was sealed by one: `isNeeded` tells.
 */
export async function openKeyRing(
  file: string,
  isNeeded: () => Promise<boolean> = async () => false,
): Promise<KeyRing> {
  const found = await readKeys(file)
  if (found === null && (await isNeeded())) {
    throw new AppError('keys.unreadable', { file, reason: 'ring-missing' })
  }
  return keyRing(found ?? (await makeKeys(file)), file)
}

/** Adds a key and seals with it from now on; the older ones still open what they sealed. */
export async function addKey(file: string): Promise<KeyRing> {
  const before = (await readKeys(file)) ?? (await makeKeys(file))
  const id = newKeyId()
  const after = { current: id, keys: { ...before.keys, [id]: newKey() } }
  await replaceFile(file, after)
  return keyRing(after, file)
}

/** Takes away keys that seal nothing any more. */
export async function dropKeys(file: string, ids: readonly string[]): Promise<void> {
  const before = await readKeys(file)
  if (before === null) return
  const keys = Object.entries(before.keys).filter(
    ([id]) => id === before.current || !ids.includes(id),
  )
  await replaceFile(file, { ...before, keys: Object.fromEntries(keys) })
}

function keyRing(content: KeyFile, file: string): KeyRing {
  const keys = new Map(
    Object.entries(content.keys).map(([id, text]) => [id, Buffer.from(text, 'base64')]),
  )
  const keyOf = (id: string): Buffer => {
    const key = keys.get(id)
    if (key) return key
    throw new AppError('keys.unknown', { key: id, file })
  }
  return {
    currentId: content.current,
    ids: [...keys.keys()],
    seal: (plain, about) => ({
      keyId: content.current,
      sealed: seal(keyOf(content.current), plain, about),
    }),
    open({ keyId, sealed }, about) {
      try {
        return unseal(keyOf(keyId), sealed, about)
      } catch (error) {
        if (error instanceof AppError) throw error
        throw new AppError('keys.broken', { key: keyId, about }, { cause: error })
      }
    },
  }
}

function seal(key: Buffer, plain: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function unseal(key: Buffer, sealed: Uint8Array, about: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  const inside = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)
  return Buffer.concat([decipher.update(inside), decipher.final()])
}

async function readKeys(file: string): Promise<KeyFile | null> {
  try {
    const content = KeyFile.parse(JSON.parse(await readFile(file, 'utf8')))
    if (content.keys[content.current] === undefined) throw new Error('no-current-key')
    return content
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null
    const reason = error instanceof z.ZodError ? 'not-a-key-ring' : String(error)
    throw new AppError('keys.unreadable', { file, reason }, { cause: error })
  }
}

/** Two processes may start at once: whose ring is put in place first, that is the ring. */
async function makeKeys(file: string): Promise<KeyFile> {
  const id = newKeyId()
  const content = { current: id, keys: { [id]: newKey() } }
  await mkdir(dirname(file), { recursive: true })
  const own = `${file}.${randomUUID()}.new`
  await writeNew(own, content)
  try {
    await link(own, file)
    await syncFolder(dirname(file))
    return content
  } catch (error) {
    const theirs = isSystemError(error, 'EEXIST') ? await readKeys(file) : null
    if (theirs === null) throw error
    return theirs
  } finally {
    await rm(own, { force: true })
  }
}

async function replaceFile(file: string, content: KeyFile): Promise<void> {
  const next = `${file}.next`
  await rm(next, { force: true })
  await writeNew(next, content)
  await rename(next, file)
  await syncFolder(dirname(file))
}

/** On the disk when it returns; readable by its owner alone. */
async function writeNew(file: string, content: KeyFile): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // has no such thing
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** No two rings, made anywhere, name two keys alike. */
function newKeyId(): string {
  return `k${randomBytes(6).toString('hex')}`
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64')
}

function isKey(text: string): boolean {
  return Buffer.from(text, 'base64').length === KEY_BYTES
}
