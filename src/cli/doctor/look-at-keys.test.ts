import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSigningKeys } from '../../access/secret/signing-keys.ts'
import { openKeyRing } from '../../db/key-ring.ts'
import { lookAtKeyRing, lookAtSigningKeys } from './look-at-keys.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-doctor-keys-'))
afterAll(() => rm(folder, { recursive: true }))

describe('keys that are looked at', () => {
  it('are not made, and are missed only where something is sealed by them', async () => {
    const file = join(folder, 'absent.json')

    expect((await lookAtKeyRing(file, false)).health).toBe('ok')
    expect((await lookAtKeyRing(file, true)).health).toBe('broken')
    expect((await lookAtSigningKeys(file)).health).toBe('ok')
    expect(await readdir(folder)).toEqual([])
  })

  it('are counted where they can be read', async () => {
    const [ring, signing] = [join(folder, 'ring.json'), join(folder, 'signing.json')]
    await openKeyRing(ring)
    await openSigningKeys(signing, new Date('2026-11-21T00:00:00Z'))

    expect((await lookAtKeyRing(ring, true)).says.en).toBe('keys: 1')
    expect((await lookAtSigningKeys(signing)).says.en).toBe('keys: 1')
  })

  it('are not followed by new ones, however old they are', async () => {
    const file = join(folder, 'old.json')
    await openSigningKeys(file, new Date('2020-01-01T00:00:00Z'))

    expect((await lookAtSigningKeys(file)).says.en).toBe('keys: 1')
  })

  it('are broken where the file holds none', async () => {
    const file = join(folder, 'torn.json')
    await writeFile(file, '{"current":', { mode: 0o600 })

    expect((await lookAtKeyRing(file, false)).health).toBe('broken')
    expect((await lookAtSigningKeys(file)).health).toBe('broken')
  })

  it.runIf(process.platform !== 'win32')(
    'ask for attention where others may read them',
    async () => {
      const file = join(folder, 'open.json')
      await openKeyRing(file)
      await chmod(file, 0o644)

      expect((await lookAtKeyRing(file, true)).health).toBe('attention')
    },
  )
})
