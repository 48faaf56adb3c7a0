import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('asks for two years of 2,000 devices unless told otherwise, and keeps the result', () => {
    expect(readOptions([])).toEqual({ days: 730, devices: 2000, seed: 1, keep: true })
    expect(readOptions(['--no-result']).keep).toBe(false)
  })

  it('keeps no result of a run that is shorter or smaller', () => {
    expect(readOptions(['--days', '729']).keep).toBe(false)
    expect(readOptions(['--devices', '1999']).keep).toBe(false)
    expect(readOptions(['--days', '800', '--devices', '3000']).keep).toBe(true)
  })

  it('refuses what is no whole number, or too few', () => {
    expect(() => readOptions(['--days', '0'])).toThrow('--days 0: must be a whole number')
    expect(() => readOptions(['--devices', 'many'])).toThrow('--devices many')
    expect(() => readOptions(['--seed', ''])).toThrow('--seed')
  })
})
