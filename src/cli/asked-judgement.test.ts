import { describe, expect, it } from 'vitest'
import { noisyFigures, seriesOf } from '../analytics/anomaly/testing/noisy-series.ts'
import { judgeNow } from '../analytics/study/judge-now.ts'
import { askedJudgement, JUDGE_LIMITS, JUDGE_METHODS } from './asked-judgement.ts'

const series = seriesOf(noisyFigures({ days: 120, seed: 1 }))

function typed(options: Readonly<Record<string, string>>) {
  return askedJudgement({ option: (name) => options[name] ?? null })
}

const ENDS = JUDGE_METHODS.flatMap((method) =>
  Object.entries(JUDGE_LIMITS[method]).flatMap(([name, { from, to }]) =>
    [from, to].map((value) => ({ method, name, value })),
  ),
)
const BEYOND = JUDGE_METHODS.flatMap((method) =>
  Object.entries(JUDGE_LIMITS[method])
    .filter(([name]) => name !== 'seed')
    .flatMap(([name, { from, to, isWhole }]) => {
      const step = isWhole ? 1 : Math.max(0.0001, to / 1e9)
      return [from - step, to + step].map((value) => ({ method, name, value }))
    }),
)

describe('askedJudgement', () => {
  it.each(ENDS)('lets $method be told $name $value, which it takes', ({ method, name, value }) => {
    const wide = name === 'minPeriods' ? { window: '365' } : {}
    const asked = typed({ method, ...wide, [name]: String(value) })
    const range = { from: 0, to: 119 }
    expect(() => asked && judgeNow({ series, exempt: [], range, ...asked })).not.toThrow()
    expect(asked?.judgement.method).toBe(method)
  })

  it.each(BEYOND)('refuses $name $value of $method', ({ method, name, value }) => {
    expect(() => typed({ method, [name]: String(value) })).toThrow(/command\.bad-argument/u)
  })

  it('judges nothing where no method is named', () => {
    expect(typed({})).toBeNull()
    expect(() => typed({ trees: '100' })).toThrow(/command\.misused/u)
    expect(() => typed({ direction: 'high' })).toThrow(/command\.misused/u)
  })

  it('takes a threshold or a contamination and not both', () => {
    const both = { method: 'forest', threshold: '0.6', contamination: '0.1' }
    expect(() => typed(both)).toThrow(/command\.misused/u)
  })

  it('reports the side that is asked for', () => {
    expect(typed({ method: 'rolling' })?.direction).toBe('both')
    expect(typed({ method: 'rolling', direction: 'low' })?.direction).toBe('low')
  })

  it.each(['', ' 7', '7x', '1e2', '0x10', 'NaN'])('takes no number written as "%s"', (window) => {
    expect(() => typed({ method: 'rolling', window })).toThrow(/command\.bad-argument/u)
  })
})
