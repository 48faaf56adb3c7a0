import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addKey, dropKeys, openKeyRing } from './key-ring.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster keys '))
afterAll(() => rm(folder, { recursive: true }))
const plain = Buffer.from('{"serialNumber":"SIM0501"}')
let files = 0
function newFile(): string {
  files += 1
  return join(folder, `ring ${files}`, 'key-ring.json')
}

describe('a key ring', () => {
  it('is made on first use, for its owner alone, and is the same afterwards', async () => {
    const file = newFile()
    const sealed = (await openKeyRing(file)).seal(plain, 'a')

    expect((await openKeyRing(file)).open(sealed, 'a')).toEqual(plain)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('is one ring, however many begin at once', async () => {
    const file = newFile()
    const rings = await Promise.all(Array.from({ length: 8 }, () => openKeyRing(file)))

    const [first] = rings
    for (const ring of rings) expect(first?.open(ring.seal(plain, 'a'), 'a')).toEqual(plain)
    expect(await readdir(join(file, '..'))).toEqual(['key-ring.json'])
  })

  it('seals the same never alike, and shows nothing of it', async () => {
    const ring = await openKeyRing(newFile())
    const [one, other] = [ring.seal(plain, 'a'), ring.seal(plain, 'a')]

    expect(one.sealed.equals(other.sealed)).toBe(false)
    expect(one.sealed.includes('SIM0501')).toBe(false)
  })

  it('opens nothing that was changed, cut, or sealed about something else', async () => {
    const ring = await openKeyRing(newFile())
    const { keyId, sealed } = ring.seal(plain, 'a')
    const changed = Buffer.from(sealed)
    changed[20] = (changed[20] ?? 0) ^ 1

    for (const broken of [changed, sealed.subarray(0, 15), sealed.subarray(1)]) {
      expect(() => ring.open({ keyId, sealed: broken }, 'a')).toThrow('keys.broken')
    }
    expect(() => ring.open({ keyId, sealed }, 'b')).toThrow('keys.broken')
    expect(() => ring.open({ keyId: 'k9', sealed }, 'a')).toThrow('keys.unknown')
  })
})

it('is not made where something was sealed by one that is lost', async () => {
  await expect(openKeyRing(newFile(), async () => true)).rejects.toMatchObject({
    code: 'keys.unreadable',
    details: { reason: 'ring-missing' },
  })
})

describe('a new key', () => {
  it('seals from now on, and what the old one sealed still opens until that is dropped', async () => {
    const file = newFile()
    const old = (await openKeyRing(file)).seal(plain, 'a')

    const ring = await addKey(file)

    expect(ring.seal(plain, 'a').keyId).not.toBe(old.keyId)
    expect(ring.open(old, 'a')).toEqual(plain)
    await dropKeys(file, [...ring.ids])
    const after = await openKeyRing(file)
    expect(after.ids).toEqual([ring.currentId])
    expect(() => after.open(old, 'a')).toThrow('keys.unknown')
  })

  it('has a name that no key of any ring has', async () => {
    const rings = await Promise.all([newFile(), newFile(), newFile()].map((file) => addKey(file)))

    expect(new Set(rings.flatMap(({ ids }) => ids)).size).toBe(6)
  })
})

it.each([
  ['no JSON', '{'],
  ['another thing', '{"current":"k1"}'],
  ['a key too short', '{"current":"k1","keys":{"k1":"AAAA"}}'],
  ['no current key', '{"current":"k2","keys":{}}'],
])('a key ring with %s in it is refused and left as it is', async (_what, content) => {
  const file = newFile()
  await openKeyRing(file)
  await writeFile(file, content)

  await expect(openKeyRing(file)).rejects.toMatchObject({ code: 'keys.unreadable' })
  await expect(addKey(file)).rejects.toMatchObject({ code: 'keys.unreadable' })
  expect(await readFile(file, 'utf8')).toBe(content)
})
