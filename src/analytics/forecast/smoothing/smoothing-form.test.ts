import { describe, expect, it } from 'vitest'
import { freeOf, layoutOf, type SmoothingForm, weightSlopes, weightsOf } from './smoothing-form.ts'

const FULL: SmoothingForm = { trend: 'damped', period: 4 }
const WEIGHTS = { alpha: 0.4, beta: 0.1, phi: 0.9, gamma: 0.2 }

describe('layoutOf', () => {
  it('places weights before states, and only those the form has', () => {
    expect({ ...layoutOf(FULL) }).toEqual({
      ...{ alpha: 0, beta: 1, phi: 2, gamma: 3, level: 4, slope: 5, season: 6, size: 9 },
    })
    expect({ ...layoutOf({ trend: 'none', period: 1 }) }).toEqual({
      ...{ alpha: 0, beta: -1, phi: -1, gamma: -1, level: 1, slope: -1, season: -1, size: 2 },
    })
  })
})

describe('weightsOf', () => {
  it('gives back the weights that coordinates were made of', () => {
    const back = weightsOf(FULL, freeOf(FULL, WEIGHTS))

    for (const name of ['alpha', 'beta', 'phi', 'gamma'] as const) {
      expect(back[name]).toBeCloseTo(WEIGHTS[name], 12)
    }
  })

  it('keeps a straight slope and drops what the form lacks', () => {
    const form: SmoothingForm = { trend: 'straight', period: 1 }

    expect(weightsOf(form, freeOf(form, WEIGHTS))).toMatchObject({ phi: 1, gamma: 0 })
  })
})

describe('weightSlopes', () => {
  it('equals the change of the weights over a small step', () => {
    const free = freeOf(FULL, WEIGHTS)
    const slopes = weightSlopes(FULL, free)
    const small = 1e-6
    for (let at = 0; at < 4; at += 1) {
      const ahead = weightsOf(FULL, nudged(free, at, small))
      const behind = weightsOf(FULL, nudged(free, at, -small))
      ;(['alpha', 'beta', 'phi', 'gamma'] as const).forEach((name, row) => {
        expect(slopes[row]?.[at]).toBeCloseTo((ahead[name] - behind[name]) / (2 * small), 8)
      })
    }
  })
})

function nudged(free: Float64Array, at: number, by: number): Float64Array {
  return free.map((coordinate, other) => (other === at ? coordinate + by : coordinate))
}
