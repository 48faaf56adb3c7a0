import fc from 'fast-check'
import { expect, it } from 'vitest'
import { burstOf, type Pace, RESTED, takeTurn } from './pace.ts'

/** When requests are sent that ask for their turn at these times, in milliseconds. */
function sentAt(asked: readonly number[], requestsPerMinute: number): number[] {
  let pace: Pace = RESTED
  return asked.map((now) => {
    const turn = takeTurn(pace, now, requestsPerMinute)
    pace = turn.pace
    return now + turn.waitMs
  })
}

it('lets a small burst through at once and spaces out what follows it', () => {
  const at = sentAt(Array(8).fill(1_000_000), 100)
  expect(at.map((time) => time - 1_000_000)).toEqual([0, 0, 0, 0, 0, 600, 1_200, 1_800])
})

it('never lets a slow pace burst', () => {
  expect(sentAt([0, 0, 0], 6)).toEqual([0, 10_000, 20_000])
})

it('allows a burst again after a rest', () => {
  const at = sentAt([...Array(6).fill(0), ...Array(5).fill(600_000)], 100)
  expect(at.slice(6)).toEqual(Array(5).fill(600_000))
})

it('keeps every minute within the pace and one burst', () => {
  const times = fc.array(fc.integer({ min: 0, max: 180_000 }), { minLength: 1, maxLength: 400 })
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 300 }), (times, perMinute) => {
      const sent = sentAt(
        times.toSorted((a, b) => a - b),
        perMinute,
      )
      for (const start of sent) {
        const within = sent.filter((time) => time >= start && time < start + 60_000)
        expect(within.length).toBeLessThanOrEqual(perMinute + burstOf(perMinute))
      }
    }),
  )
})
