import { describe, expect, it } from 'vitest'
import { baseUrlOf, NinjaoneSettings } from './schema.ts'

const NEEDED = { clientId: 'c', clientSecret: 's' }

describe('NinjaoneSettings', () => {
  it('needs a client and its secret, and knows the rest', () => {
    expect(NinjaoneSettings.parse(NEEDED)).toMatchObject({
      region: 'app',
      scope: 'monitoring',
      pageSize: 1000,
      approvalStates: ['APPROVED'],
    })
  })

  it.each([{ region: 'us' }, { baseUrl: 'ninja' }, { pageSize: 0 }, { organisations: [] }])(
    'refuses %j',
    (fault) => {
      expect(NinjaoneSettings.safeParse({ ...NEEDED, ...fault }).success).toBe(false)
    },
  )

  it('describes every setting', () => {
    const undescribed = Object.entries(NinjaoneSettings.shape).filter(
      ([, setting]) => !setting.description,
    )

    expect(undescribed.map(([name]) => name)).toEqual([])
  })
})

describe('baseUrlOf', () => {
  it.each([
    [{}, 'https://app.ninjarmm.com'],
    [{ region: 'eu' }, 'https://eu.ninjarmm.com'],
    [{ region: 'eu', baseUrl: 'https://rmm.example/api/' }, 'https://rmm.example/api'],
  ])('of %j is %s', (settings, url) => {
    expect(baseUrlOf(NinjaoneSettings.parse({ ...NEEDED, ...settings }))).toBe(url)
  })
})
