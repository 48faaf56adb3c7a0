import { describe, expect, it } from 'vitest'
import { eventLines } from './event-lines.ts'

const ana = { kind: 'person', name: 'ana' } as const
const luis = { kind: 'person', name: 'luis' } as const

describe('eventLines', () => {
  it('gives a caller so many lines and another theirs, and one back once only', () => {
    const lines = eventLines({ perCaller: 2, perServer: 9 })
    const first = lines.take(ana)
    lines.take(ana)
    lines.take(luis)

    expect(() => lines.take(ana)).toThrowError(
      expect.objectContaining({ code: 'request.too-many-lines' }),
    )
    first()
    first()
    lines.take(ana)
    expect(() => lines.take(ana)).toThrowError(
      expect.objectContaining({ details: { of: 'caller', most: 2, retryAfterSeconds: 30 } }),
    )
  })

  it('gives no more than the server holds', () => {
    const lines = eventLines({ perCaller: 2, perServer: 1 })
    const last = lines.take(ana)
    expect(() => lines.take(luis)).toThrowError(
      expect.objectContaining({ details: { of: 'server', most: 1, retryAfterSeconds: 30 } }),
    )
    last()
    lines.take(luis)
  })
})
