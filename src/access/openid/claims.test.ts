import { describe, expect, it } from 'vitest'
import { type ClaimRules, readClaims } from './claims.ts'

const WHO = { iss: 'https://id.example.org', sub: 's-1' }
const RULES: ClaimRules = { createPeople: false, linkByEmail: false }
const refused = (reason: string) => ({ kind: 'refused', reason })
const identified = (identity: object) => ({
  kind: 'identified',
  identity: expect.objectContaining(identity),
})

describe('what a provider says', () => {
  it('is who somebody is there, and nothing else is needed', () => {
    expect(readClaims(WHO, RULES)).toEqual({
      kind: 'identified',
      identity: { issuer: WHO.iss, subject: 's-1', email: null, role: null },
    })
  })

  it.each([
    ['verified', { email: 'Ana@Example.ORG', email_verified: true }, 'ana@example.org'],
    ['only claimed', { email: 'ana@example.org', email_verified: false }, null],
    ['of unknown standing', { email: 'ana@example.org' }, null],
    [
      'verified by a word that is no truth value',
      { email: 'a@example.org', email_verified: 'true' },
      null,
    ],
    ['no address at all', { email: 'ana', email_verified: true }, null],
    ['two in one', { email: 'a@example.com@example.org', email_verified: true }, null],
  ])('gives an address that is %s its due', (_what, claims, email) => {
    expect(readClaims({ ...WHO, ...claims }, RULES)).toEqual(identified({ email }))
  })

  it('lets in the domains that are named, wholly and only where the address is verified', () => {
    const rules = { ...RULES, allowedDomains: ['example.org'] }
    const of = (email: string, email_verified = true) =>
      readClaims({ ...WHO, email, email_verified }, rules)

    expect(of('ana@example.org')).toEqual(identified({ email: 'ana@example.org' }))
    expect(of('ana@evil-example.org')).toEqual(refused('domain'))
    expect(of('ana@sub.example.org')).toEqual(refused('domain'))
    expect(of('ana@example.org', false)).toEqual(refused('no-verified-email'))
  })

  const roles = { work: 'operator', read: 'viewer' } as const
  const byGroup = { ...RULES, roleFrom: { claim: 'groups', roles } }

  it.each([
    ['one group', 'work', 'operator'],
    ['several groups', ['read', 'work', 'other'], 'operator'],
    ['the same in another order', ['work', 'read'], 'operator'],
  ])('gives the strongest role of %s', (_what, groups, role) => {
    expect(readClaims({ ...WHO, groups }, byGroup)).toEqual(identified({ role }))
  })

  it.each([
    ['no group', {}],
    ['an unknown group', { groups: ['other'] }],
    ['a group that every object has', { groups: ['constructor'] }],
    ['a group that is no text', { groups: [7, null, { work: true }] }],
  ])('gives no role for %s', (_what, claims) => {
    expect(readClaims({ ...WHO, ...claims }, byGroup)).toEqual(refused('no-role'))
  })
})
