import { describe, expect, it } from 'vitest'
import { isLostConnection } from './lost-connection.ts'

const withCode = (code: string) => Object.assign(new Error('failed'), { code })

describe('isLostConnection', () => {
  it.each([
    ...['57P01', '57P03', '08006', '53300', 'ECONNRESET', 'ECONNREFUSED'].map(withCode),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new AggregateError([withCode('ECONNREFUSED')]),
  ])('knows %s', (error) => {
    expect(isLostConnection(error)).toBe(true)
  })

  it.each([withCode('23505'), withCode('42P01'), new TypeError('x is undefined'), 'text'])(
    'takes %s for something else',
    (error) => {
      expect(isLostConnection(error)).toBe(false)
    },
  )
})
