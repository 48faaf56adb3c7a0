import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lockoutDelay } from './lockout-delay.ts'

describe('lockoutDelay', () => {
  it('lets an account fail four times, and then doubles up to a quarter of an hour', () => {
    const delays = [1, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map((tries) =>
      lockoutDelay('account', tries),
    )
    expect(delays).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
  })

  it('bears more of an address, which many people share', () => {
    expect([24, 25, 26].map((tries) => lockoutDelay('address', tries))).toEqual([0, 30, 60])
  })

  it('never shrinks as tries grow', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.constantFrom('account', 'address'), (tries, subject) => {
        expect(lockoutDelay(subject, tries + 1)).toBeGreaterThanOrEqual(
          lockoutDelay(subject, tries),
        )
      }),
    )
  })
})
