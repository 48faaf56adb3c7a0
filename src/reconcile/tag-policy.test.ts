import { expect, it } from 'vitest'
import { DEFAULT_TAG_POLICY, protectingPattern } from './tag-policy.ts'

const policy = { ...DEFAULT_TAG_POLICY, protectedTags: ['MANUAL-*', 'Bodega_?', 'Caja (1)'] }

it('names the pattern that protects a TAG, in any case', () => {
  expect(protectingPattern(policy, 'MANUAL-Recepción')).toBe('MANUAL-*')
  expect(protectingPattern(policy, 'manual-')).toBe('MANUAL-*')
  expect(protectingPattern(policy, 'Bodega_3')).toBe('Bodega_?')
  expect(protectingPattern(policy, 'Caja (1)')).toBe('Caja (1)')
})

it('protects no TAG that fits only in part, and no computer without one', () => {
  expect(protectingPattern(policy, 'X-MANUAL-1')).toBeNull()
  expect(protectingPattern(policy, 'Bodega_33')).toBeNull()
  expect(protectingPattern(policy, null)).toBeNull()
})

it('answers a pattern of many runs at once', () => {
  const hostile = { ...policy, protectedTags: ['*a*a*a*a*a*a*a*a*a*b'] }

  const started = performance.now()
  expect(protectingPattern(hostile, 'a'.repeat(255))).toBeNull()
  expect(performance.now() - started).toBeLessThan(500)
})
