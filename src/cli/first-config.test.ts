import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { FIRST_CONFIG, writeFirstConfig } from './init.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-init-'))
afterAll(() => rm(folder, { recursive: true }))

describe('writeFirstConfig', () => {
  it('writes a configuration that loads and says the defaults', () => {
    const load = (text: string) => loadConfig({ file: 'muster.yaml', folder: '/x', text, env: {} })
    const bare = 'sources: { ocs: { host: localhost, user: muster, inventoryField: NUMINV } }'

    expect(load(FIRST_CONFIG)).toEqual(load(bare))
  })

  it('never writes over one that is there', async () => {
    const file = join(folder, 'muster.yaml')
    await writeFirstConfig(file)

    await expect(writeFirstConfig(file)).rejects.toThrow('config.exists')
    expect(await readFile(file, 'utf8')).toBe(FIRST_CONFIG)
  })
})
