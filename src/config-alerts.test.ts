import { describe, expect, it } from 'vitest'
import { type Config, loadConfig } from './config.ts'
import { configSchema } from './config-schema.ts'
import type { Language } from './language/language.ts'

const SECRETS = { MUSTER_WEBHOOK_SECRET: 'sixteen letters!' }
const ACCOUNT = { MUSTER_SMTP_USER: 'ana', MUSTER_SMTP_PASSWORD: 'word' }
const email = { host: 'mail.example.org', from: 'a@example.org', to: ['b@example.org'] }
const webhook = { url: 'https://hooks.example.org/x?key=1' }

function load(alerts: object, env: object = {}, language: Language = 'en'): Config {
  const text = JSON.stringify({ sources: {}, alerts })
  return loadConfig({ file: 'm.yaml', folder: '/x', text, env: { ...env }, language })
}

/** The faults, without their places. */
function faults(alerts: object, env: object = {}, language: Language = 'en'): string[] {
  try {
    load(alerts, env, language)
    return []
  } catch (error) {
    const { details } = error as { details: { faults: string[] } } // a named failure
    return details.faults.map((fault) => fault.replace(/^l[ií]ne[a]? \d+, /u, ''))
  }
}

describe('the settings of alerts', () => {
  it('tell nobody unless a channel is configured', () => {
    const { email, webhook, ...others } = load({}).alerts
    expect([email, webhook]).toEqual([undefined, undefined])
    expect(others.freshness).toEqual({ by: '06:00', day: 'yesterday', sources: {} })
  })

  it('take account and secret from the environment', () => {
    const { alerts } = load({ email, webhook }, { ...SECRETS, ...ACCOUNT })
    expect(alerts.email).toMatchObject({ user: 'ana', password: 'word', security: 'starttls' })
    expect(alerts.webhook).toMatchObject({ secret: 'sixteen letters!', allowPrivateAddress: false })
  })

  it('need the secret of the webhook, of a length that serves', () => {
    expect(faults({ webhook })).toEqual([
      'alerts.webhook.secret: is missing; put it in the environment as MUSTER_WEBHOOK_SECRET, or in a file named by MUSTER_WEBHOOK_SECRET_FILE',
    ])
    expect(faults({ webhook }, { MUSTER_WEBHOOK_SECRET: 'short' })).toEqual([
      'alerts.webhook.secret: must have 16 characters or more',
    ])
  })

  it('refuse secrets that stand in the file', () => {
    const written = { email: { ...email, password: 'word' }, webhook: { ...webhook, secret: 'x' } }
    const told = faults(written, { ...SECRETS, ...ACCOUNT })
    expect(told.map((fault) => fault.slice(0, 52))).toEqual([
      'alerts.email.password: a secret does not belong in t',
      'alerts.webhook.secret: a secret does not belong in t',
    ])
  })

  it.each([
    [{ freshness: { by: '6:00' } }, {}, 'alerts.freshness.by: is not a time of day'],
    [
      { freshness: { sources: { ninjanoe: '07:00' } } },
      {},
      'alerts.freshness.sources.ninjanoe: must be one of: ninjaone, threatlocker, ocs,',
    ],
    [{ email: { ...email, to: ['ana'] } }, {}, 'alerts.email.to.1: is not an e-mail address'],
    [{ webhook: { url: 'ftp://x/y' } }, SECRETS, 'alerts.webhook.url: is not an address such'],
    [{ email }, { MUSTER_SMTP_USER: 'ana' }, 'alerts.email: has half an account'],
    [
      { email: { ...email, security: 'none' } },
      ACCOUNT,
      'alerts.email: would send a password in the clear',
    ],
    [{ findings: { levels: [] } }, {}, 'alerts.findings.levels: must name one at least'],
    [{ emial: email }, {}, 'alerts.emial: Muster has no such setting'],
  ])('are checked: %j', (alerts, env, told) => {
    expect(faults(alerts, env)).toEqual([expect.stringContaining(told)])
    expect(faults(alerts, env, 'es')).not.toEqual(faults(alerts, env))
  })

  it('are offered to editors, but for what is secret', () => {
    const { properties } = JSON.parse(JSON.stringify(configSchema())).properties.alerts
    expect(Object.keys(properties.email.properties)).toEqual([
      ...['host', 'port', 'security', 'from', 'to', 'timeoutSeconds'],
    ])
    expect(properties.webhook.required).toEqual(['url'])
    expect(Object.keys(properties.webhook.properties)).not.toContain('secret')
  })
})
