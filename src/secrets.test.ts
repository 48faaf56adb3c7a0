import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSecrets } from './secrets.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-secrets-'))
const file = join(folder, 'ocs-password')
await writeFile(file, ' s3cret \n', { mode: 0o600 })
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

  it.runIf(process.platform !== 'win32')(
    'refuses a file that other accounts may read',
    async () => {
      const open = join(folder, 'open')
      await writeFile(open, 's3cret')
      await chmod(open, 0o640)

      await expect(readSecrets({ DATABASE_URL_FILE: open })).rejects.toMatchObject({
        code: 'secret.exposed',
        details: { file: open, problem: 'others-may-read', found: '640' },
      })
    },
  )

  it.runIf(process.getuid?.() === 0)('refuses a file of another account', async () => {
    const foreign = join(folder, 'foreign')
    await writeFile(foreign, 's3cret', { mode: 0o600 })
    await chown(foreign, 4711, 4711)

    await expect(readSecrets({ DATABASE_URL_FILE: foreign })).rejects.toMatchObject({
      code: 'secret.exposed',
      details: { file: foreign, problem: 'foreign-owner', found: '4711' },
    })
  })
})

describe('credentials of systemd', async () => {
  const credentials = join(folder, 'credentials')
  await mkdir(credentials)
  await writeFile(join(credentials, 'MUSTER_OCS_PASSWORD'), 'handed over\n')
  await chmod(join(credentials, 'MUSTER_OCS_PASSWORD'), 0o440) // as systemd shows a right given by a list
  const env = { CREDENTIALS_DIRECTORY: credentials }

  it('are taken by the name of the variable, whatever rights they show', async () => {
    const { MUSTER_OCS_PASSWORD, DATABASE_URL } = await readSecrets(env)

    expect([MUSTER_OCS_PASSWORD, DATABASE_URL]).toEqual(['handed over', undefined])
  })

  it('may be named as files too, by a path inside their folder', async () => {
    const inside = join(credentials, 'MUSTER_OCS_PASSWORD')

    expect(await readSecrets({ ...env, DATABASE_URL_FILE: inside })).toMatchObject({
      DATABASE_URL: 'handed over',
    })
  })

  it.runIf(process.platform !== 'win32')(
    'lend no trust to a path that leads out of it',
    async () => {
      const beside = join(folder, 'beside')
      await writeFile(beside, 's3cret')
      await chmod(beside, 0o644)
      const path = `${credentials}/../beside`

      await expect(readSecrets({ ...env, DATABASE_URL_FILE: path })).rejects.toMatchObject({
        code: 'secret.exposed',
      })
    },
  )

  it('count for less than the variable itself', async () => {
    const { MUSTER_OCS_PASSWORD } = await readSecrets({ ...env, MUSTER_OCS_PASSWORD: 'set' })

    expect(MUSTER_OCS_PASSWORD).toBe('set')
  })
})
