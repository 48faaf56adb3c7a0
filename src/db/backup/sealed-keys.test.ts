import { describe, expect, it } from 'vitest'
import { type KeyFile, openKeyFiles, sealKeyFiles } from './sealed-keys.ts'

const FILES: KeyFile[] = [
  { role: 'key-ring', content: '{"current":"k1"}\n' },
  { role: 'access-keys', content: 'ñ' },
]
const WORDS = 'correo lento tejado gris'

describe('sealKeyFiles', () => {
  it('gives back what was sealed to who has the passphrase, and nothing readable to others', async () => {
    const sealed = await sealKeyFiles(FILES, WORDS, 'b1')

    expect(await openKeyFiles(sealed, WORDS, 'b1')).toEqual(FILES)
    expect(await openKeyFiles(sealed, `${WORDS} `, 'b1')).toBeNull()
    expect(sealed).not.toContain('current')
  })

  it('does not open as the keys of another backup, nor altered', async () => {
    const sealed = await sealKeyFiles(FILES, WORDS, 'b1')
    const content = JSON.parse(sealed)
    const bytes = Buffer.from(content.sealed, 'base64')
    bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3)

    expect(await openKeyFiles(sealed, WORDS, 'b2')).toBeNull()
    expect(
      await openKeyFiles(
        JSON.stringify({ ...content, sealed: bytes.toString('base64') }),
        WORDS,
        'b1',
      ),
    ).toBeNull()
  })

  it('takes a passphrase typed with composed or combining accents for the same', async () => {
    const sealed = await sealKeyFiles(FILES, 'contraseña de la torre'.normalize('NFD'), 'b1')
    expect(await openKeyFiles(sealed, 'contraseña de la torre'.normalize('NFC'), 'b1')).toEqual(
      FILES,
    )
  })

  it('refuses a passphrase that is soon found by trying', async () => {
    await expect(sealKeyFiles(FILES, 'elevenchars', 'b1')).rejects.toMatchObject({
      code: 'backup.passphrase-short',
      details: { least: 12 },
    })
  })
})
