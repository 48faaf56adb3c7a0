import { describe, expect, it } from 'vitest'
import { smoothingOutlook } from './smoothing-outlook.ts'
import type { SmoothingWalk } from './smoothing-walk.ts'

/** A walk of 24 steps with weights and last states as ets of R forecast 8.20 found them. */
function followed(walk: Partial<SmoothingWalk>): SmoothingWalk {
  const still = { alpha: 0, beta: 0, phi: 0, gamma: 0 }
  const states = { level: 0, slope: 0, season: new Float64Array(1), squares: 0 }
  return { weights: still, expected: new Float64Array(24), ...states, ...walk }
}

describe('smoothingOutlook', () => {
  it('gives means and variances of AAdN as forecast.ets of R gives them for Nile', () => {
    const weights = {
      ...{ alpha: 0.25616926435004, beta: 1.0003506623591e-4, phi: 0.80000427253867, gamma: 0 },
    }
    const walk = followed({ weights, level: 801.84494952643, slope: -0.034647867665825 })
    const form = { trend: 'damped', period: 1 } as const
    const { mean, error } = smoothingOutlook({ form, walk, variance: 1, since: 0 }, 13)

    expect(mean[0]).toBeCloseTo(801.81723108426, 8)
    expect(mean[12]).toBeCloseTo(801.71397423398, 8)
    expect((error[1] ?? 0) ** 2).toBeCloseTo(1.0656637000761, 9)
    expect((error[11] ?? 0) ** 2).toBeCloseTo(1.7233560001217, 9)
  })

  it('gives variances of AAdA as forecast.ets of R gives them for AirPassengers', () => {
    const weights = {
      ...{ alpha: 0.99989742109304358, beta: 0.00217480508804134 },
      ...{ phi: 0.97996961214824829, gamma: 0.00010102574293013 },
    }
    const walk = followed({ weights, season: new Float64Array(12) })
    const form = { trend: 'damped', period: 12 } as const
    const { error } = smoothingOutlook({ form, walk, variance: 1, since: 0 }, 13)

    expect((error[1] ?? 0) ** 2).toBeCloseTo(2.0040614434609, 9)
    expect((error[11] ?? 0) ** 2).toBeCloseTo(12.2630545834138, 9)
    expect((error[12] ?? 0) ** 2).toBeCloseTo(13.3094521392653, 9)
  })

  it('goes on with the phases of the season', () => {
    const walk = followed({ level: 10, season: Float64Array.of(1, 2, 3, 4, 5) })
    const form = { trend: 'none', period: 5 } as const
    const { mean } = smoothingOutlook({ form, walk, variance: 1, since: 0 }, 3)

    expect(mean).toEqual([15, 11, 12])
  })

  it('is as unsure after a gap as it would have been ahead over it', () => {
    const walk = followed({ weights: { alpha: 0.5, beta: 0.1, phi: 1, gamma: 0 } })
    const form = { trend: 'straight', period: 1 } as const
    const ahead = smoothingOutlook({ form, walk, variance: 2, since: 0 }, 6).error
    const after = smoothingOutlook({ form, walk, variance: 2, since: 4 }, 2).error

    expect(after).toEqual(ahead.slice(4))
  })
})
