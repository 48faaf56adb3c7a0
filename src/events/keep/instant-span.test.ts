import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantSpan } from './instant-span.ts'

function spanOf(...instants: string[]) {
  const span = instantSpan()
  for (const at of instants) span.add(at)
  return span.ends()
}

describe('instantSpan', () => {
  it('has no ends while nothing is in it', () => {
    expect(spanOf()).toEqual({ firstAt: null, lastAt: null })
  })

  it('begins and ends with the one instant it has', () => {
    const at = new Date('2026-01-01T05:00:00Z')
    expect(spanOf('2026-01-01T05:00:00Z')).toEqual({ firstAt: at, lastAt: at })
  })

  it('knows that a whole second comes before its parts', () => {
    const [whole, half] = ['2026-01-01T05:00:05Z', '2026-01-01T05:00:05.5Z']
    const ends = { firstAt: new Date(whole), lastAt: new Date(half) }
    expect(spanOf(half, whole)).toEqual(ends)
    expect(spanOf(whole, half)).toEqual(ends)
  })

  it('has the earliest and the latest, in whatever order they come', () => {
    const instant = fc.date({
      ...{ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2299-12-31T23:59:59Z') },
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1 }), (dates) => {
        const times = dates.map((date) => date.getTime())
        expect(spanOf(...dates.map(asKept))).toEqual({
          firstAt: new Date(Math.min(...times)),
          lastAt: new Date(Math.max(...times)),
        })
      }),
    )
  })
})

/** Without zeros at its end, as events have it. */
function asKept(date: Date): string {
  return date.toISOString().replace(/\.?0*Z$/u, (zeros) => (zeros.startsWith('.') ? 'Z' : zeros))
}
