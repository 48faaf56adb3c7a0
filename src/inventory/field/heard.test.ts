import { describe, expect, it } from 'vitest'
import { heardOf } from './heard.ts'

const AFTER = { yieldsAfter: 14 }
const heard = (lastHeard: string | null, yieldsAfter = AFTER) =>
  heardOf({ lastHeard, collected: '2026-03-02' }, yieldsAfter)

describe('heardOf', () => {
  it('counts days up to the day the source was collected, across months', () => {
    expect(heard('2026-03-02')).toEqual({ kind: 'heard', days: 0 })
    expect(heard('2026-02-27')).toEqual({ kind: 'heard', days: 3 })
  })

  it('takes a source for silent after more days than it may be, not before', () => {
    expect(heard('2026-02-16')).toEqual({ kind: 'heard', days: 14 })
    expect(heard('2026-02-15')).toEqual({ kind: 'silent', days: 15 })
    expect(heard('2026-03-01', { yieldsAfter: 0 })).toEqual({ kind: 'silent', days: 1 })
  })

  it('takes a clock that is ahead for no silence', () => {
    expect(heard('2026-03-04', { yieldsAfter: 0 })).toEqual({ kind: 'heard', days: 0 })
  })

  it('knows nothing where the source does not say', () => {
    expect(heard(null)).toEqual({ kind: 'unknown' })
  })
})
