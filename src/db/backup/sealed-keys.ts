import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { AppError } from '../../lib/errors.ts'

/** A key file by what it is for, with its content. */
export interface KeyFile {
  readonly role: 'key-ring' | 'access-keys'
  readonly content: string
}

/** Shorter ones are found by trying. */
const SHORTEST_PASSPHRASE = 12

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const TAG_BYTES = 16
/** RFC 7914; 2^17 blocks of 8 take 128 MiB and about half a second for each try. */
const COST = { N: 131_072, r: 8, p: 1 } as const

const Bytes = z.base64().transform((text) => Buffer.from(text, 'base64'))
const Sealed = z.object({
  kdf: z.object({
    name: z.literal('scrypt'),
    // bounds on what a file may make this machine do
    ...{ N: z.literal(COST.N), r: z.literal(COST.r), p: z.literal(COST.p) },
    salt: Bytes,
  }),
  cipher: z.literal(CIPHER),
  nonce: Bytes,
  /** With its tag at the end. */
  sealed: Bytes,
})
const KeyFiles = z.array(
  z.object({ role: z.enum(['key-ring', 'access-keys']), content: z.string() }),
)

const derive: (
  passphrase: string,
  salt: Buffer,
  length: number,
  options: object,
) => Promise<Buffer> = promisify(scrypt)

/** Seals key files with a passphrase, for one backup alone. Throws `backup.passphrase-short`. */
export async function sealKeyFiles(
  files: readonly KeyFile[],
  passphrase: string,
  backupId: string,
): Promise<string> {
  assertPassphrase(passphrase)
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv(CIPHER, await keyFrom(passphrase, salt), nonce)
  cipher.setAAD(Buffer.from(backupId))
  const plain = Buffer.from(JSON.stringify(files))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return `${JSON.stringify({
    kdf: { name: 'scrypt', ...COST, salt: salt.toString('base64') },
    cipher: CIPHER,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  })}\n`
}

/** Opens what `sealKeyFiles` made; null where the passphrase is not the one, or the text is damaged. */
export async function openKeyFiles(
  text: string,
  passphrase: string,
  backupId: string,
): Promise<readonly KeyFile[] | null> {
  try {
    const { kdf, nonce, sealed } = Sealed.parse(JSON.parse(text))
    const decipher = createDecipheriv(CIPHER, await keyFrom(passphrase, kdf.salt), nonce)
      .setAAD(Buffer.from(backupId))
      .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
    const inside = sealed.subarray(0, sealed.length - TAG_BYTES)
    const plain = Buffer.concat([decipher.update(inside), decipher.final()])
    return KeyFiles.parse(JSON.parse(plain.toString('utf8')))
  } catch {
    return null
  }
}

/** Throws `backup.passphrase-short`. */
export function assertPassphrase(passphrase: string): void {
  if ([...passphrase].length >= SHORTEST_PASSPHRASE) return
  throw new AppError('backup.passphrase-short', { least: SHORTEST_PASSPHRASE })
}

/** Typed on one machine and on another, an ñ may be one sign or two. */
function keyFrom(passphrase: string, salt: Buffer): Promise<Buffer> {
  return derive(passphrase.normalize('NFC'), salt, KEY_BYTES, { ...COST, maxmem: 256 * 2 ** 20 })
}
