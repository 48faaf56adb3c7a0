import { describe, expect, it } from 'vitest'
import { loadConfig } from './config.ts'
import { AppError } from './lib/errors.ts'

const load = (text: string, env: Record<string, string> = {}) =>
  loadConfig({ file: '/etc/muster.yaml', folder: '/etc', text, env, language: 'en' })

const FILE = 'sources: { ocs: { file: ocs.sqlite, inventoryField: NumInventario } }'

describe('loadConfig', () => {
  it('fills in every default and makes paths absolute', () => {
    const config = load(FILE)

    expect(config.dataFolder).toBe('/etc/data')
    expect(config.sources['finance-register']).toMatchObject({
      folder: '/etc/inbox',
      file: '*AR01*',
    })
    expect(config.guards).toEqual({ shrink: 0.2, share: 0.3 })
    expect(config.databaseUrl).toBeNull()
  })

  it('takes the password of OCS from the environment only', () => {
    const text = 'sources: { ocs: { host: db, user: muster, inventoryField: N } }'

    expect(load(text, { MUSTER_OCS_PASSWORD: 's3' }).sources.ocs).toMatchObject({ password: 's3' })
  })

  it('refuses a password among the settings, also an empty one', () => {
    const text = 'sources: { ocs: { host: db, user: m, inventoryField: N, password: "" } }'

    expect(faultsOf(() => load(text))).toEqual([expect.stringContaining('MUSTER_OCS_PASSWORD')])
  })

  it('says at which line a setting is wrong, in the language asked for', () => {
    const text = 'guards:\n  shrink: 2\nsources:\n  ocs: { file: x, inventoryField: N }\n'
    const spanish = () => loadConfig({ file: 'f', folder: '/', text, env: {}, language: 'es' })

    expect(faultsOf(() => load(text))).toEqual([
      expect.stringMatching(/^2: guards\.shrink: Too big/),
    ])
    expect(faultsOf(spanish)).toEqual([expect.stringMatching(/^2: guards\.shrink: Demasiado/)])
  })

  it('says what is wrong with a text that is no YAML', () => {
    expect(faultsOf(() => load('sources: [1'))).toEqual([expect.stringMatching(/line 1/)])
  })

  it('reports every fault at once, each at its key', () => {
    const text = 'timeZone: Nowhere\nguards: { shrink: 2 }\nsources: { ocs: { file: x } }\nextra: 1'
    const faults = faultsOf(() => load(text))

    expect(faults).toHaveLength(4)
    expect(faults.join('\n')).toMatch(/sources\.ocs\.inventoryField/)
  })
})

function faultsOf(work: () => unknown): string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError && 'faults' in error.details) return error.details.faults
    throw error
  }
  return []
}
