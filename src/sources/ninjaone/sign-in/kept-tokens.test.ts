import { describe, expect, it } from 'vitest'
import { isFresh, NO_TOKENS, newestRefreshToken, readKept, usableUntil } from './kept-tokens.ts'

const askedAt = new Date('2026-11-21T03:00:00Z')
const secondsAfter = (until: number) => (until - askedAt.getTime()) / 1000

describe('usableUntil', () => {
  it.each([
    { life: 3600, used: 3540 },
    { life: 30, used: 27 },
    { life: null, used: 3540 },
  ])('ends the use of a token that lives $life s after $used s', ({ life, used }) => {
    expect(secondsAfter(usableUntil(askedAt, life))).toBe(used)
  })
})

describe('isFresh', () => {
  const token = { token: 't', owner: 'mine', until: askedAt.getTime() }

  it.each([
    { owner: 'mine', early: 1, fresh: true },
    { owner: 'mine', early: 0, fresh: false },
    { owner: 'another', early: 1, fresh: false },
  ])('is $fresh for a token of $owner $early ms before its end', ({ owner, early, fresh }) => {
    expect(isFresh(token, { owner, now: new Date(askedAt.getTime() - early) })).toBe(fresh)
  })
})

describe('newestRefreshToken', () => {
  const kept = { access: null, refresh: { token: 'rotated', owner: 'mine' } }

  it('is the kept one as long as the configured one is the same', () => {
    expect(newestRefreshToken(kept, { owner: 'mine', configured: 'first' })).toBe('rotated')
  })

  it('is the configured one when that has changed, or nothing is kept', () => {
    expect(newestRefreshToken(kept, { owner: 'another', configured: 'new' })).toBe('new')
    expect(newestRefreshToken(NO_TOKENS, { owner: 'mine', configured: 'first' })).toBe('first')
  })
})

describe('readKept', () => {
  it.each([null, '', 'x', '{"access":', '[]', '{"access":7}'])('finds nothing in %j', (text) => {
    expect(readKept(text)).toEqual(NO_TOKENS)
  })

  it('finds what was kept', () => {
    const kept = { access: null, refresh: { token: 'rotated', owner: 'mine' } }

    expect(readKept(JSON.stringify(kept))).toEqual(kept)
  })
})
