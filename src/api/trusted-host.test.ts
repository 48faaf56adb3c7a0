import { describe, expect, it } from 'vitest'
import { isTrustedHost } from './trusted-host.ts'

describe('isTrustedHost', () => {
  it.each([
    ['localhost', []],
    ['127.0.0.1', ['muster.example.org']],
    ['[::1]', []],
    ['192.168.1.7', []],
    ['[fd00::7]', []],
    ['Muster.Example.org', ['muster.example.org']],
  ])('trusts %s where %j are configured', (hostname, hosts) => {
    expect(isTrustedHost(hostname, hosts)).toBe(true)
  })

  it.each([
    ['evil.example.com', []],
    ['127.0.0.1.evil.example.com', []],
    ['muster.example.org.evil.example.com', ['muster.example.org']],
    ['192.168.1.7', ['muster.example.org']],
    ['', []],
  ])('does not trust "%s" where %j are configured', (hostname, hosts) => {
    expect(isTrustedHost(hostname, hosts)).toBe(false)
  })
})
