import { describe, expect, it } from 'vitest'
import { loadConfig } from './config.ts'
import { SECRET_SETTINGS } from './config-secrets.ts'
import { shownSettings } from './config-shown.ts'
import { SECRETS } from './secrets.ts'

/** Every secret there is; each stands nowhere by chance. */
const ENV = {
  DATABASE_URL: 'postgres://keeper:base-Tb7kC5mQv1Lz@db.example:5432/muster',
  DATABASE_READ_URL: 'postgres://reader:read-Hx4wS8nZp2Ug@replica.example:5432/muster',
  MUSTER_BACKUP_PASSPHRASE: 'backup-Vq3eJ9yBc6Rk',
  MUSTER_MIGRATE_URL: 'postgres://owner:migrate-Nf5tD1mXa7Wj@db.example:5432/muster',
  MUSTER_OCS_PASSWORD: 'ocs-Zq4vB9xk2LmT',
  MUSTER_NINJAONE_CLIENT_SECRET: 'ninja-Wd8sR3yHc1Pf',
  MUSTER_NINJAONE_REFRESH_TOKEN: 'renew-Kj5nG7tVb0Xe',
  MUSTER_THREATLOCKER_TOKEN: 'locker-Ua6hM4qSz9Ec',
  MUSTER_OPENID_CLIENT_SECRET: 'openid-Fy2wN8rDx3Jg',
  MUSTER_SMTP_USER: 'mailer-Lp7cT2vKe4Yb',
  MUSTER_SMTP_PASSWORD: 'mail-Gs9xQ6hRn1Wd',
  MUSTER_WEBHOOK_SECRET: 'hook-Ct8mB3zJu5Vf',
}
const IN_ADDRESSES = ['path-Mz2kY7dEw9Ts', 'query-Xb6pL1rHv4Na', 'account-Dj3gF8uCq5Ko']

const SETTINGS = {
  sources: {
    ocs: { host: 'ocs.example', user: 'muster', inventoryField: 'NUMINV' },
    ninjaone: { baseUrl: 'https://account-Dj3gF8uCq5Ko@eu.ninja.example', clientId: 'us' },
    threatlocker: {
      ...{ baseUrl: 'https://tl.example', organisationId: '11111111-1111-4111-8111-111111111111' },
    },
    'device-files': {
      scan: { file: 'scan*', columns: { nativeKey: 'Id', extra: { asset: 'Asset' } } },
    },
  },
  access: { openId: { issuer: 'https://id.example', clientId: 'muster' } },
  alerts: {
    email: { host: 'mail.example', from: 'muster@example.org', to: ['ana@example.org'] },
    webhook: { url: 'https://hooks.example/path-Mz2kY7dEw9Ts?k=query-Xb6pL1rHv4Na' },
  },
  guards: { shrink: 0.1 },
}

function configOf(settings: object, env: Record<string, string>) {
  const text = JSON.stringify(settings)
  return loadConfig({ file: 'muster.yaml', folder: '/etc/muster', text, env, language: 'en' })
}

const config = configOf(SETTINGS, ENV)
const shown = shownSettings(config)
const settingAt = (path: string) => shown.find((each) => each.path === path)

describe('the settings that are shown', () => {
  it('name every secret that the product knows in this test', () => {
    expect(Object.keys(ENV).toSorted()).toEqual(SECRETS.toSorted())
    expect(JSON.stringify(config)).toContain(ENV.MUSTER_SMTP_PASSWORD) // or this proves nothing
  })

  it('hold no secret, nor a part or the length of one', () => {
    const said = JSON.stringify({ shown, variables: config.variables })
    const passwords = Object.values(ENV).map((secret) => /:([^:@/]+)@/u.exec(secret)?.[1] ?? secret)

    for (const secret of [...Object.values(ENV), ...passwords, ...IN_ADDRESSES]) {
      expect(said).not.toContain(secret)
      expect(said).not.toContain(secret.slice(-12))
    }
    const places = SECRET_SETTINGS.map(({ section, key }) => [...section, key].join('.'))
    expect(
      shown.filter(({ path }) => path !== 'sources.ocs.user' && places.includes(path)),
    ).toEqual([])
  })

  it('are told as they are in force, with what they mean', () => {
    expect(settingAt('guards.shrink')).toEqual({
      ...{ path: 'guards.shrink', value: 0.1, isCut: false },
      description: expect.stringContaining('Largest share of records'),
    })
    expect(settingAt('reports.folder')?.value).toBe('/etc/muster/reports')
    expect(settingAt('sources.ocs.host')?.value).toBe('ocs.example')
    expect(settingAt('sources.device-files.scan.columns.nativeKey')?.value).toBe('Id')
    expect(settingAt('alerts.email.to')?.value).toEqual(['ana@example.org'])
  })

  it('tell of an address where it leads, and that something was left out', () => {
    expect(settingAt('alerts.webhook.url')).toMatchObject({
      ...{ value: 'https://hooks.example/…', isCut: true },
    })
    expect(settingAt('access.openId.issuer')).toMatchObject({
      ...{ value: 'https://id.example', isCut: false },
    })
  })

  it('leave out what the schema does not describe', () => {
    const more = { ...config, later: 'not described', guards: { ...config.guards, key: 'k-1' } }
    expect(JSON.stringify(shownSettings(more))).not.toMatch(/not described|k-1/u)
  })
})

describe('the variables that are shown', () => {
  it('tell by name which are set, and which name a file', () => {
    const { variables } = configOf(
      { sources: {} },
      { MUSTER_BACKUP_PASSPHRASE: 'a phrase', MUSTER_BACKUP_PASSPHRASE_FILE: '/run/phrase' },
    )

    expect(variables).toContainEqual({
      ...{ name: 'MUSTER_BACKUP_PASSPHRASE', isSet: true, hasFile: true },
    })
    expect(variables.filter(({ isSet }) => isSet)).toHaveLength(1)
    expect(JSON.stringify(variables)).not.toMatch(/a phrase|\/run\/phrase/u)
  })
})
