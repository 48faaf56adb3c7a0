import { describe, expect, it } from 'vitest'
import { AppError } from '../../lib/errors.ts'
import { mayPass } from './may-pass.ts'

const withCode = (code: string) => Object.assign(new Error('failed'), { code })

describe('mayPass', () => {
  it.each([
    new AppError('run.lock-lost', { id: 7 }),
    new AppError('api.timed-out', { source: 'ninjaone', url: 'https://x', seconds: 30 }),
    withCode('57P01'),
    withCode('08006'),
    withCode('ECONNRESET'),
    new Error('Connection terminated unexpectedly'),
  ])('tries %s again', (error) => {
    expect(mayPass(error)).toBe(true)
  })

  it.each([
    new AppError('run.cancelled', { id: 7 }),
    new AppError('plan.held', { id: 7, reasons: [] }),
    withCode('23505'),
    new TypeError('undefined is not a function'),
    'text',
  ])('does not try %s again', (error) => {
    expect(mayPass(error)).toBe(false)
  })
})
