import { describe, expect, it } from 'vitest'
import { AppError } from '../../lib/errors.ts'
import { allowedBase, requestUrl, shownUrl } from './request-url.ts'

const base = (baseUrl: string, allowPrivateAddress = false) =>
  allowedBase({ source: 's', baseUrl, allowPrivateAddress })
const refusal = (baseUrl: string, allowPrivateAddress = false) => {
  try {
    return base(baseUrl, allowPrivateAddress).href
  } catch (error) {
    return error instanceof AppError ? error.details : error
  }
}

describe('allowedBase', () => {
  it('lets a service on the open internet be asked over https', () => {
    expect(refusal('https://app.vendor.example')).toBe('https://app.vendor.example/')
    expect(refusal('https://8.8.8.8/v2')).toBe('https://8.8.8.8/v2')
  })

  it.each([
    ['http://app.vendor.example', 'not-https'],
    ['ftp://app.vendor.example', 'not-https'],
    ['app.vendor.example', 'not-a-url'],
    ['', 'not-a-url'],
    ['https://127.0.0.1', 'private-address'],
    ['https://2130706433', 'private-address'],
    ['https://0x7f.1', 'private-address'],
    ['https://0177.0.0.1', 'private-address'],
    ['https://[::1]:8443', 'private-address'],
    ['https://[::ffff:10.0.0.1]', 'private-address'],
    ['https://169.254.169.254/latest', 'private-address'],
  ])('refuses %s as %s', (baseUrl, reason) => {
    expect(refusal(baseUrl)).toMatchObject({ source: 's', reason })
  })

  it.each([
    'https://user:pass-word@vendor.example/v2',
    'https://vendor.example/v2?key=pass-word',
    'https://vendor.example/v2#pass-word',
  ])('refuses %s, which is no plain address, without telling more than its place', (baseUrl) => {
    const url = 'https://vendor.example/v2'
    expect(refusal(baseUrl)).toEqual({ source: 's', url, reason: 'not-a-url' })
  })

  it('lets a private address and plain http through where a person allowed them', () => {
    expect(refusal('http://127.0.0.1:8080', true)).toBe('http://127.0.0.1:8080/')
    expect(refusal('file:///etc/passwd', true)).toMatchObject({ reason: 'not-https' })
  })
})

describe('requestUrl', () => {
  it.each([
    ['https://v.example', '/v2/devices'],
    ['https://v.example/', 'v2/devices'],
    ['https://v.example/v2', 'devices'],
    ['https://v.example/v2/', '/devices'],
  ])('puts one slash between %s and %s', (address, path) => {
    expect(requestUrl(base(address), path).href).toBe('https://v.example/v2/devices')
  })

  it('adds what is asked for, encoded, and leaves out what is not', () => {
    const query = { df: 'class in (MAC) AND org = 7', pageSize: 1_000, after: undefined }
    const url = requestUrl(base('https://v.example'), '/d', query)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      df: 'class in (MAC) AND org = 7',
      pageSize: '1000',
    })
  })

  it.each(['//evil.example/x', 'https://evil.example/x', '\\\\evil.example\\x', '@evil.example/'])(
    'stays with the service whatever the path is: %s',
    (path) => {
      expect(requestUrl(base('https://v.example/v2'), path).origin).toBe('https://v.example')
    },
  )
})

describe('shownUrl', () => {
  it.each([
    ['https://v.example/a/b?token=t#t', 'https://v.example/a/b'],
    ['https://me:t@v.example:8443/a', 'https://v.example:8443/a'],
    ['me:t', 'me:t'],
    ['//me:t@v.example/a?t', '//v.example/a'],
  ])('tells of %s only %s', (url, shown) => {
    expect(shownUrl(url)).toBe(shown)
  })
})
