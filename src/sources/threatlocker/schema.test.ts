import { expect, it } from 'vitest'
import { baseUrlOf, ThreatlockerSettings } from './schema.ts'

const LEAST = { token: 'a token', organisationId: 'CCCC0000-0000-4000-8000-000000000001' }

it('needs a token and the parent organisation, and has a default for everything else', () => {
  expect(ThreatlockerSettings.parse(LEAST)).toMatchObject({
    instance: 'g',
    organisationId: 'cccc0000-0000-4000-8000-000000000001',
    pageSize: 500,
    http: { allowPrivateAddress: false },
  })
  for (const missing of ['token', 'organisationId']) {
    expect(ThreatlockerSettings.safeParse({ ...LEAST, [missing]: undefined }).success).toBe(false)
  }
})

it.each([
  { pageSize: 501 },
  { pageSize: 0 },
  { instance: 'g.example.com/' },
  { organisationId: 'parent' },
  { token: '' },
  { baseUrl: 'portal' },
  { colour: 'red' },
])('refuses %o', (more) => {
  expect(ThreatlockerSettings.safeParse({ ...LEAST, ...more }).success).toBe(false)
})

it.each([
  [{}, 'https://portalapi.g.threatlocker.com/portalapi/'],
  [{ instance: 'AU1' }, 'https://portalapi.au1.threatlocker.com/portalapi/'],
  [{ baseUrl: 'https://proxy.example/tl/' }, 'https://proxy.example/tl/'],
  [{ baseUrl: 'https://proxy.example/tl' }, 'https://proxy.example/tl/'],
])('is reached, with %o, at %s', (more, url) => {
  expect(baseUrlOf(ThreatlockerSettings.parse({ ...LEAST, ...more }))).toBe(url)
})
