import { describe, expect, it } from 'vitest'
import { cutHostname, hostDomain, shortHostname } from './host-name.ts'

describe('shortHostname', () => {
  it.each([
    ['ALB-RECEPTION-01', 'alb-reception-01'],
    ['alb-reception-01.alder.example', 'alb-reception-01'],
    ['ALB-RECEPTION-01 | Sam', 'alb-reception-01'],
    ['ALB-RECEPTION-01|Sam', 'alb-reception-01'],
    ['  ALB-01.alder.example | Sam B. ', 'alb-01'],
    ['ALB-01.', 'alb-01'],
  ])('compares "%s" as %s', (hostname, key) => {
    expect(shortHostname(hostname)).toBe(key)
  })

  it.each([
    '10.7.0.21',
    '203.0.113.7 | Sam',
    'fe80::1',
    'localhost',
    'localhost.localdomain',
    'unknown',
    'N/A',
    '| Sam',
    '.example',
    '',
  ])('finds no host name in "%s"', (hostname) => {
    expect(shortHostname(hostname)).toBeNull()
  })

  it('has no key where there is no host name', () => {
    expect(shortHostname(null)).toBeNull()
  })
})

describe('cutHostname', () => {
  it('cuts a long name where Windows does', () => {
    expect(cutHostname('alb-reception-01')).toBe('alb-reception-0')
    expect(cutHostname('alb-reception-0')).toBe('alb-reception-0')
  })

  it('has nothing to say of a name too short to have been cut', () => {
    expect(cutHostname('alb-reception-')).toBeNull()
  })
})

describe('hostDomain', () => {
  it('is what follows the first dot', () => {
    expect(hostDomain('ALB-01.Alder.Example')).toBe('alder.example')
    expect(hostDomain('ALB-01.alder.example | Sam')).toBe('alder.example')
  })

  it.each(['ALB-01', 'ALB-01.local', 'alb.lan', '10.7.0.21', 'ALB-01.'])(
    'is none, or anybody’s, in %s',
    (hostname) => {
      expect(hostDomain(hostname)).toBeNull()
    },
  )
})
