import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { configSchema } from '../config-schema.ts'
import { writeFirstConfig } from './first-config.ts'
import { FIRST_CONFIG } from './first-config-text.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-init-'))
afterAll(() => rm(folder, { recursive: true }))

describe('writeFirstConfig', () => {
  it.each(['en', 'es'] as const)(
    'writes a configuration that says the defaults (%s)',
    (language) => {
      const load = (text: string) =>
        loadConfig({ file: 'muster.yaml', folder: '/x', text, env: {}, language })
      const bare = 'sources: { ocs: { host: localhost, user: muster, inventoryField: NUMINV } }'

      const { language: _, ...settings } = load(FIRST_CONFIG[language])
      expect(settings).toEqual(load(bare))
    },
  )

  it('names every setting there is', () => {
    const written = Object.keys(JSON.parse(JSON.stringify(configSchema())).properties)

    expect(written.filter((key) => !FIRST_CONFIG.en.includes(`${key}:`))).toEqual([])
  })

  it('never writes over one that is there', async () => {
    const file = join(folder, 'muster.yaml')
    await writeFirstConfig(file, 'en')

    await expect(writeFirstConfig(file, 'es')).rejects.toThrow('config.exists')
    expect(await readFile(file, 'utf8')).toBe(FIRST_CONFIG.en)
  })

  it('lays the schema for editors beside it', async () => {
    const { schema } = await writeFirstConfig(join(folder, 'other.yaml'), 'en')

    expect(JSON.parse(await readFile(schema, 'utf8'))).toEqual(configSchema())
  })
})
