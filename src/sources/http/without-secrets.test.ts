import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secretsOf, shownText } from './without-secrets.ts'

describe('secretsOf', () => {
  it('finds the token of a header with and without its scheme, longest first', () => {
    expect(secretsOf({ headers: { authorization: 'Bearer abcd-1' } })).toEqual([
      'Bearer%20abcd-1',
      'Bearer abcd-1',
      'abcd-1',
    ])
  })

  it('finds the password that Basic wraps', () => {
    const authorization = `Basic ${btoa('client-7:hunter/2')}`
    const secrets = secretsOf({ headers: { authorization } })
    expect(secrets).toContain('hunter/2')
    expect(secrets).toContain('hunter%2F2')
  })

  it('finds secrets of a form and of JSON, and leaves other fields alone', () => {
    const form = { grant_type: 'refresh_token', client_secret: 's-111', refresh_token: 'r-222' }
    const json = { Password: 'p"333', pageSize: 25, searchText: 'not secret' }
    const headers = { accept: 'application/json', managedorganizationid: 'guid' }
    expect(secretsOf({ headers, form, json }).toSorted()).toEqual([
      'p"333',
      'p%22333',
      'p\\"333',
      'r-222',
      's-111',
    ])
  })

  it('leaves out what is too short to be told from ordinary text', () => {
    expect(secretsOf({ headers: { 'x-token': 'abc' } })).toEqual([])
  })
})

describe('shownText', () => {
  it.each([
    ['token abcd-1 is dead', ['abcd-1'], 'token *** is dead'],
    ['{"access_token":"a b","expires_in":3600}', [], '{"access_token":***,"expires_in":3600}'],
    ['access_token=abc&token_type=x', [], 'access_token=***&token_type=x'],
    ['{"token": "abc', [], '{"token": ***'],
    ['Authorization: Bearer a.b-c', [], 'Authorization: *** ***'],
    ['bad header Bearer a.b-c here', [], 'bad header Bearer *** here'],
    ['client_secret: hunter2; retry', [], 'client_secret: ***; retry'],
    ['jwt eyJhbGciOiJIUzI1NiJ9.e30.sig end', [], 'jwt *** end'],
    [`key ${'a1'.repeat(20)} end`, [], 'key *** end'],
    ['incident 5c1d0000-0000-4000-8000-000000000501', [], null],
    ['invalid token: expired', [], null],
    ['invalid_token: expired', [], null],
    ['id_token: abc', [], 'id_token: ***'],
    ['The refresh token has expired', [], null],
  ])('shows %j with %j kept from it', (text, secrets, shown) => {
    expect(shownText(text, secrets, 120)).toBe(shown ?? text)
  })

  it('makes one line of any text and cuts it with a sign that it did', () => {
    expect(shownText('\n a\t\tb\u0000c ', [], 120)).toBe('a b c')
    expect(shownText('x y '.repeat(100), [], 12)).toBe('x y x y x y…')
    expect(shownText('😀'.repeat(10), [], 4)).toBe('😀…')
  })

  it('shows no part of a secret that lies where the search ends', () => {
    const text = `access_token=${'x'.repeat(1_970)} ${'a1'.repeat(40)}`
    expect(shownText(text, [], 120)).toBe('access_token=***')
  })

  it('never shows a secret of the request, wherever the text repeats it', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9+/=._~-]{4,80}$/u)
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (secret, before, after) => {
        const secrets = secretsOf({ headers: { authorization: secret } })
        const shown = shownText(`${before}${secret}${after}`, secrets, 120)
        const without = shownText(`${before}${after}`, [], 120)
        expect(shown.length).toBeLessThanOrEqual(120)
        expect(shown.includes(secret) && !`${without}***`.includes(secret)).toBe(false)
      }),
    )
  })
})
