import { describe, expect, it } from 'vitest'
import { isFromHere, isRepeated } from './csrf.ts'

const HERE = { host: 'muster.example.org:8080', hosts: ['inventory.example.org'] }

describe('isFromHere', () => {
  it.each([
    ['http://muster.example.org:8080', undefined, true],
    ['https://inventory.example.org', undefined, true],
    ['https://evil.example.org', undefined, false],
    ['http://muster.example.org:9090', undefined, false],
    ['https://muster.example.org.evil.org:8080', undefined, false],
    ['null', undefined, false],
    [undefined, undefined, true],
    [undefined, 'same-origin', true],
    [undefined, 'none', true],
    [undefined, 'same-site', false],
    [undefined, 'cross-site', false],
  ])('says of origin %s, fetched from %s: %s', (origin, fetchSite, expected) => {
    expect(isFromHere({ ...HERE, origin, fetchSite })).toBe(expected)
  })
})

describe('isRepeated', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', 'abcd', false],
    ['abc', undefined, false],
    ['', '', false],
    [undefined, 'abc', false],
  ])('says of token %s and header %s: %s', (token, header, expected) => {
    expect(isRepeated(token, header)).toBe(expected)
  })
})
