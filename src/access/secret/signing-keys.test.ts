import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, describe, expect, it } from 'vitest'
import { readAccessToken, signAccessToken } from './access-token.ts'
import { countSigningKeys, openSigningKeys } from './signing-keys.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-keys-'))
afterAll(() => rm(folder, { recursive: true }))

const NOW = new Date('2026-03-01T12:00:00Z')
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const DAY = 86_400

describe('openSigningKeys', () => {
  it('makes a key that only its owner can read, and finds it again', async () => {
    const file = join(folder, 'new', 'keys.json')
    const made = await openSigningKeys(file, NOW)
    const again = await openSigningKeys(file, NOW)

    expect(again.current().id).toBe(made.current().id)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(made.current().key).toHaveLength(32)
  })

  it('gives servers that start at once one key, and leaves no other file', async () => {
    const file = join(folder, 'raced', 'keys.json')
    const opened = await Promise.all(Array.from({ length: 8 }, () => openSigningKeys(file, NOW)))

    expect(new Set(opened.map((keys) => keys.current().id)).size).toBe(1)
    expect(await readdir(join(folder, 'raced'))).toEqual(['keys.json'])
  })

  it('signs with another key after 90 days, which a server that runs on finds in the file', async () => {
    const file = join(folder, 'rotated.json')
    const before = await openSigningKeys(file, NOW)
    const rotated = await openSigningKeys(file, after(90 * DAY))
    const { token } = await signAccessToken(rotated, 7, after(90 * DAY))
    const old = await signAccessToken(before, 8, after(90 * DAY))

    expect(rotated.current().id).not.toBe(before.current().id)
    expect(await readAccessToken(before, token, after(90 * DAY))).toMatchObject({ signInId: 7 })
    expect(await readAccessToken(rotated, old.token, after(90 * DAY))).toMatchObject({
      signInId: 8,
    })
  })

  it('gives servers that start at once after 90 days one new key, and keeps the one in use', async () => {
    const file = join(folder, 'rotated-at-once', 'keys.json')
    const before = (await openSigningKeys(file, NOW)).current().id
    await writeFile(`${file}.lock`, 'a server that was killed')
    const opened = await Promise.all(
      Array.from({ length: 8 }, () => openSigningKeys(file, after(90 * DAY))),
    )

    const [made, ...others] = new Set(opened.map((keys) => keys.current().id))
    expect(others).toEqual([])
    const kept = JSON.parse(await readFile(file, 'utf8'))
    expect(kept.map(({ id }: { id: string }) => id)).toEqual([made, before])
    expect(await readdir(join(folder, 'rotated-at-once'))).toEqual(['keys.json'])
  }, 20_000)

  it('names a file that cannot be made', async () => {
    const file = join(folder, 'new', 'keys.json', 'below-a-file.json')
    await expect(openSigningKeys(file, NOW)).rejects.toMatchObject({
      code: 'keys.unreadable',
      details: { file, reason: 'ENOTDIR' },
    })
  })

  it('names a file that holds no keys, and tells nothing of what it holds', async () => {
    const file = join(folder, 'damaged.json')
    await writeFile(file, '{"secret":"s3cr3t"')
    const failure = await openSigningKeys(file, NOW).catch((error: unknown) => error)

    expect(failure).toMatchObject({ code: 'keys.unreadable', details: { file } })
    expect(String(failure)).not.toContain('s3cr3t')
    expect(await readFile(file, 'utf8')).toBe('{"secret":"s3cr3t"')
  })
})

describe('countSigningKeys', () => {
  it('writes nothing, neither where there is no file nor where the key is worn', async () => {
    const file = join(folder, 'counted', 'keys.json')
    expect(await countSigningKeys(file)).toBe(0)
    await openSigningKeys(file, NOW)
    const before = await readFile(file, 'utf8')

    expect(await countSigningKeys(file)).toBe(1)
    expect(await readFile(file, 'utf8')).toBe(before)
  })
})

describe('readAccessToken', async () => {
  const keys = await openSigningKeys(join(folder, 'tokens.json'), NOW)
  const { token, csrf } = await signAccessToken(keys, 12, NOW)

  it('reads what was signed, for a quarter of an hour', async () => {
    expect(await readAccessToken(keys, token, after(14 * 60))).toEqual({ signInId: 12, csrf })
    expect(await readAccessToken(keys, token, after(15 * 60))).toBeNull()
  })

  it('refuses a token whose content or signature was altered', async () => {
    const [head = '', body = '', signature = ''] = token.split('.')
    const content = JSON.parse(Buffer.from(body, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...content, sid: '1' })).toString('base64url')
    const turned = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`

    expect(await readAccessToken(keys, `${head}.${forged}.${signature}`, NOW)).toBeNull()
    expect(await readAccessToken(keys, `${head}.${body}.${turned}`, NOW)).toBeNull()
  })

  it('refuses a token without a signature, of another key, or of no shape', async () => {
    const claims = { sid: '12', csrf: 'x' }
    const unsigned = new UnsecuredJWT(claims).setExpirationTime(new Date('2027-01-01')).encode()
    const other = await openSigningKeys(join(folder, 'other.json'), NOW)
    const theirs = await signAccessToken(other, 12, NOW)
    const { id } = keys.current()
    const pretended = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: id })
      .setIssuer('muster')
      .setAudience('muster')
      .setExpirationTime(new Date('2027-01-01'))
      .sign(other.current().key)

    for (const bad of [unsigned, theirs.token, pretended, 'a.b.c', 'abc', '..', '']) {
      expect(await readAccessToken(keys, bad, NOW)).toBeNull()
    }
  })

  it('refuses a token of our key that is for something else', async () => {
    const { id, key } = keys.current()
    const other = await new SignJWT({ sid: '12', csrf: 'x' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: id })
      .setIssuer('muster')
      .setAudience('elsewhere')
      .setExpirationTime(new Date('2027-01-01'))
      .sign(key)
    expect(await readAccessToken(keys, other, NOW)).toBeNull()
  })
})
