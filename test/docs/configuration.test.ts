import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configurationPage, SECRET_WORDS } from '../../scripts/docs/configuration-page.ts'
import { SETTING_NOTES } from '../../scripts/docs/setting-notes.ts'
import { settingRows } from '../../scripts/docs/setting-rows.ts'
import { loadConfig } from '../../src/config.ts'
import { configSchema } from '../../src/config-schema.ts'
import { SECRETS } from '../../src/secrets.ts'

const rows = settingRows(configSchema())
const page = readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8')

describe('docs/configuration.md', () => {
  it('is what the schema of the configuration says now: npm run schema', () => {
    expect(page).toBe(configurationPage(configSchema()))
  })

  it('says of every setting what it means, of every number what it counts, and gives an example', () => {
    expect(rows.length).toBeGreaterThan(150)
    const untold = rows.filter(({ path, means, isNumber, example }) => {
      const note = SETTING_NOTES[path] ?? {}
      const hasUnit = !isNumber || note.unit !== undefined
      return (
        (means ?? note.means) === undefined || !hasUnit || (note.example ?? example) === undefined
      )
    })
    expect(untold.map(({ path }) => path)).toEqual([])
  })

  it('notes nothing of a setting that there is not', () => {
    const paths = new Set(rows.map(({ path }) => path))
    expect(Object.keys(SETTING_NOTES).filter((path) => !paths.has(path))).toEqual([])
  })

  it('tells of every secret what it is', () => {
    expect(Object.keys(SECRET_WORDS).toSorted()).toEqual(SECRETS.toSorted())
  })
})

const FILE = { file: 'x.csv', columns: { nativeKey: 'Id', hostname: 'Name', lastContact: 'Seen' } }
/** Every part that is not there by itself, as little of it as may be. */
const WHOLE = {
  sources: {
    ocs: { host: 'h', user: 'u', inventoryField: 'f' },
    ninjaone: { clientId: 'c' },
    threatlocker: { organisationId: '00000000-0000-4000-8000-000000000000' },
    'device-files': { NAME: FILE },
  },
  fleet: { billing: [{ organisation: 'o' }] },
  checks: { rules: [{ at: 'a', needsEdr: false }] },
  access: {
    openId: { issuer: 'https://i.example', clientId: 'c', roleFrom: { claim: 'c', roles: {} } },
  },
  alerts: {
    email: { host: 'h', from: 'a@example.org', to: ['b@example.org'] },
    webhook: { url: 'https://w.example' },
  },
}
const env = Object.fromEntries(
  SECRETS.filter((name) => !name.endsWith('_URL')).map((name) => [name, 'a long enough secret']),
)

/** The configuration with one setting more. */
function withSetting(path: string, value: unknown): unknown {
  const whole = structuredClone(WHOLE) as Record<string, unknown>
  if (path === 'sources.ocs.file')
    Object.assign(whole.sources as object, { ocs: { inventoryField: 'f' } })
  const words = path
    .split('.')
    .flatMap((word) => (word.endsWith('[]') ? [word.slice(0, -2), '0'] : [word]))
  const last = words.pop() ?? ''
  let part: Record<string, unknown> = whole
  for (const word of words) {
    part[word] ??= {}
    part = part[word] as Record<string, unknown>
  }
  part[last] = value
  return whole
}

function faultsOf(content: unknown): unknown {
  const text = JSON.stringify(content).replaceAll('"NAME"', '"intune"')
  try {
    loadConfig({ file: 'muster.yaml', folder: '/x', text, env, language: 'en' })
    return null
  } catch (error) {
    return (error as { details: unknown }).details
  }
}

describe('an example', () => {
  it.each(rows.map((row) => [row.path, SETTING_NOTES[row.path]?.example ?? row.example]))(
    '%s: %j is taken as it stands',
    (path, example) => {
      expect(faultsOf(withSetting(path, example))).toBeNull()
    },
  )

  it('is refused where it is wrong', () => {
    expect(faultsOf(withSetting('server.port', 'eighty'))).not.toBeNull()
  })
})
