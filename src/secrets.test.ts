import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSecrets } from './secrets.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-secrets-'))
const file = join(folder, 'ocs-password')
await writeFile(file, ' s3cret \n')
afterAll(() => rm(folder, { recursive: true }))

describe('readSecrets', () => {
  it('reads a secret from the file that is named for it, less the line break at its end', async () => {
    const env = await readSecrets({ MUSTER_OCS_PASSWORD_FILE: file })

    expect(env.MUSTER_OCS_PASSWORD).toBe(' s3cret ')
  })

  it('prefers the variable itself', async () => {
    const env = await readSecrets({ MUSTER_OCS_PASSWORD_FILE: file, MUSTER_OCS_PASSWORD: 'other' })

    expect(env.MUSTER_OCS_PASSWORD).toBe('other')
  })

  it('says which file cannot be read', async () => {
    const missing = join(folder, 'missing')

    await expect(readSecrets({ DATABASE_URL_FILE: missing })).rejects.toMatchObject({
      code: 'secret.unreadable',
      details: { file: missing },
    })
  })
})
