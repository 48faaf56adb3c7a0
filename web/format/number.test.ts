import { expect, it } from 'vitest'
import { formatBytes, formatNumber, formatPercent, formatSigned } from './number.ts'

it('writes numbers as the language does, thousands apart and a true minus', () => {
  expect(formatNumber(12345.67, 'en')).toBe('12,345.7')
  expect(formatNumber(1234, 'es')).toBe('1.234')
  expect(formatNumber(-3, 'en')).toBe('−3')
})

it('gives a change its sign, and none where nothing changed', () => {
  expect([formatSigned(4, 'en'), formatSigned(-4, 'en'), formatSigned(0, 'en')]).toEqual([
    '+4',
    '−4',
    '0',
  ])
})

it('writes shares and sizes with their units', () => {
  expect(formatPercent(12.34, 'es')).toBe('12,3\u202f%')
  expect([formatBytes(0, 'en'), formatBytes(1536, 'en')]).toEqual(['0\u00a0B', '1.5\u00a0KB'])
})
