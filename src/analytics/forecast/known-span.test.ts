import { describe, expect, it } from 'vitest'
import { asFigures, knownSpan } from './known-span.ts'

describe('knownSpan', () => {
  it('begins with the first known figure and keeps the gaps after it', () => {
    const { values, skipped, known } = knownSpan([null, null, 4, null, 6, null])

    expect(Array.from(values)).toEqual([4, Number.NaN, 6, Number.NaN])
    expect({ skipped, known }).toEqual({ skipped: 2, known: 2 })
  })

  it('is empty where nothing is known', () => {
    expect(knownSpan([null, null])).toEqual({ values: new Float64Array(0), skipped: 2, known: 0 })
  })
})

describe('asFigures', () => {
  it('gives null where there is no number, and for the steps skipped', () => {
    expect(asFigures(Float64Array.of(4, Number.NaN), 1)).toEqual([null, 4, null])
  })
})
