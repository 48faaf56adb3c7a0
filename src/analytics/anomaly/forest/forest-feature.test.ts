import { describe, expect, it } from 'vitest'
import { dayFeatures, FOREST_FEATURES } from './forest-feature.ts'

describe('dayFeatures', () => {
  it('is the figure, the mean and deviation of the week it ends, the step to it, and its weekday', () => {
    const figures = [90, 5, 7, 6, 9, 5, 8, 6]
    const features = dayFeatures(figures, { value: 6, weekday: 3, index: 7 })

    const named = Object.fromEntries(FOREST_FEATURES.map((name, at) => [name, features?.[at]]))

    expect(named).toMatchObject({ value: 6, difference: -2, weekday: 3 })
    expect(named['rolling-mean']).toBeCloseTo(6.571428571428571, 12) // NumPy 1.24
    expect(named['rolling-deviation']).toBeCloseTo(1.511857892036909, 12) // SciPy 1.10, tstd
  })

  it('takes the step from the last known day', () => {
    const features = dayFeatures([1, 2, 3, 4, null, null, 9], { value: 9, weekday: 0, index: 6 })
    expect(features?.[3]).toBe(5)
  })

  it('is null with fewer than five known days in the week, and before the first week is over', () => {
    const gaps = [1, null, 3, 4, null, null, 9]
    expect(dayFeatures(gaps, { value: 9, weekday: 0, index: 6 })).toBeNull()
    expect(dayFeatures([1, 2, 3, 4, 5, 6], { value: 6, weekday: 0, index: 5 })).toBeNull()
  })
})
