import { describe, expect, it } from 'vitest'
import { loadOrder } from './load-order.ts'

describe('loadOrder', () => {
  it('puts a table after those its rows point at', () => {
    const references = [
      { from: 'outcome', to: 'change' },
      { from: 'change', to: 'plan' },
      { from: 'outcome', to: 'run' },
      { from: 'plan', to: 'run' },
    ]
    expect(loadOrder(['outcome', 'change', 'plan', 'run'], references)).toEqual([
      ...['run', 'plan', 'change', 'outcome'],
    ])
  })

  it('takes no notice of a table that points at itself or at one that is not there', () => {
    const references = [
      { from: 'device', to: 'device' },
      { from: 'device', to: 'elsewhere' },
    ]
    expect(loadOrder(['device'], references)).toEqual(['device'])
  })

  it('names the circle in which tables point at each other', () => {
    const references = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
    ]
    expect(() => loadOrder(['a', 'b', 'c', 'd'], references)).toThrow(
      'tables point at each other: b -> c -> b',
    )
  })
})
