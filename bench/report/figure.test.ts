import { describe, expect, it } from 'vitest'
import { figureOf } from './figure.ts'

const PEER = { name: 'pandas', values: [4, 10, 6] }

describe('figureOf', () => {
  it('keeps every round with its median and ends', () => {
    expect(figureOf({ name: 'plan', unit: 's', muster: [3, 1, 2] })).toEqual({
      ...{ name: 'plan', unit: 's' },
      muster: { median: 2, min: 1, max: 3, rounds: [3, 1, 2] },
    })
  })

  it('takes the ratio round by round, either way', () => {
    const measurement = { name: 'plan', unit: 's', muster: [2, 2, 6], peer: PEER }

    expect(figureOf(measurement).ratio).toMatchObject({ median: 0.5, rounds: [0.5, 0.2, 1] })
    expect(figureOf({ ...measurement, ratioOf: 'peer / Muster' }).ratio).toMatchObject({
      ...{ of: 'peer / Muster', median: 2, rounds: [2, 5, 1] },
    })
  })

  it('judges an aim by the median of the figure or of the ratio', () => {
    const met = (muster: number[], aim: Parameters<typeof figureOf>[0]['aim']) =>
      figureOf({ name: 'plan', unit: 's', muster, peer: PEER, aim: aim ?? null }).target?.met

    expect(met([2, 2, 9], { of: 'Muster', bound: 'at most', value: 2 })).toBe(true)
    expect(met([2, 2, 9], { of: 'Muster', bound: 'under', value: 2 })).toBe(false)
    expect(met([2, 2, 9], { of: 'Muster', bound: 'at least', value: 3 })).toBe(false)
    expect(met([2, 2, 9], { of: 'ratio', bound: 'at most', value: 0.5 })).toBe(true)
    expect(met([8, 20, 9], { of: 'ratio', bound: 'at most', value: 0.5 })).toBe(false)
  })

  it('refuses rounds that a side has not taken, and an aim for a ratio there is none of', () => {
    const aim = { of: 'ratio', bound: 'at most', value: 1 } as const

    expect(() => figureOf({ name: 'plan', unit: 's', muster: [1], peer: PEER })).toThrow('1 rounds')
    expect(() => figureOf({ name: 'plan', unit: 's', muster: [1], aim })).toThrow('without a peer')
    expect(() => figureOf({ name: 'plan', unit: 's', muster: [] })).toThrow('nothing was measured')
  })
})
