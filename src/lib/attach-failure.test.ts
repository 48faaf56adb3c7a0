import { describe, expect, it } from 'vitest'
import { attachFailure } from './attach-failure.ts'

describe('attachFailure', () => {
  it('tells what failed first with what failed after it', () => {
    const [first, second] = [new Error('first'), new Error('second')]
    attachFailure(first, second)

    expect(first.cause).toBe(second)
  })

  it('makes nothing its own cause, and keeps the cause there is', () => {
    const [alone, caused] = [new Error('alone'), new Error('caused', { cause: 'cable' })]
    attachFailure(alone, alone)
    attachFailure(caused, alone)

    expect([alone.cause, caused.cause]).toEqual([undefined, 'cable'])
  })
})
