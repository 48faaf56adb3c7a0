import { describe, expect, it } from 'vitest'
import { AppError } from '../../lib/errors.ts'
import { callOf, followed } from './call.ts'

const url = new URL('https://v.example/v2/devices?after=7')
const parts = { source: 's', method: 'GET', url }

describe('callOf', () => {
  it('sends a form and says so', () => {
    const call = callOf(
      { ...parts, method: 'POST', form: { scope: 'a b', client_secret: 'x&y=' } },
      {},
    )
    expect(call.body).toBe('scope=a+b&client_secret=x%26y%3D')
    expect(call.headers['content-type']).toBe('application/x-www-form-urlencoded')
  })

  it('sends JSON and says so, be it null', () => {
    const call = callOf({ ...parts, method: 'POST', json: null }, {})
    expect(call).toMatchObject({ body: 'null', headers: { 'content-type': 'application/json' } })
  })

  it('sends no body and no type where there is nothing to send', () => {
    const call = callOf(parts, {})
    expect(call.body).toBeNull()
    expect(call.headers).not.toHaveProperty('content-type')
  })

  it('lets headers win over what signs, and that over what is always sent, in any case', () => {
    const signed = { Accept: 'b', Authorization: 'b' }
    const { headers } = callOf({ ...parts, headers: { ACCEPT: 'c' } }, signed)
    expect(headers).toMatchObject({ accept: 'c', authorization: 'b' })
  })

  it('takes white space from the ends of a pasted token', () => {
    expect(callOf(parts, { authorization: ' abc\n' }).headers.authorization).toBe('abc')
  })

  it.each(['a\nb', 'a\u0000b', '“abc”'])(
    'names the header that %j cannot be, not its value',
    (value) => {
      const failed = () => callOf(parts, { authorization: value })
      expect(failed).toThrow(AppError)
      expect(failed).toThrow(
        'api.sign-in-refused {"source":"s","url":"https://v.example/v2/devices","reason":"unsendable-header: authorization"}',
      )
    },
  )

  it.each([
    ['GET', undefined, true],
    ['POST', undefined, false],
    ['POST', true, true],
    ['PATCH', undefined, false],
    ['PATCH', true, true],
  ])('may send a %s said to be safe (%s) again: %s', (method, isSafe, isRepeatable) => {
    expect(callOf({ ...parts, method, isSafe }, {}).isRepeatable).toBe(isRepeatable)
  })
})

describe('followed', () => {
  it('asks for the other place and sends nothing there', () => {
    const there = new URL('https://v.example/there')
    const posted = { ...parts, method: 'POST', json: { a: 1 }, headers: { 'x-org': '7' } }
    expect(followed(posted, there)).toEqual({
      source: 's',
      method: 'GET',
      url: there,
      headers: { 'x-org': '7' },
    })
  })
})
