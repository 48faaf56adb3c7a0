import { describe, expect, it } from 'vitest'
import { fitSarimax } from '../fit-sarimax.ts'
import { ACCIDENTS, AIRLINE, LAKE_HURON, WEB_USERS } from '../testing/published-series.ts'
import { searchOrder } from './search-order.ts'

describe('searchOrder', () => {
  it('finds the airline model for the airline series', () => {
    const figures = AIRLINE.map((value) => value && Math.log(value))
    const { order, constant } = searchOrder({ figures, regressors: [], period: 12 })!

    expect(order).toEqual({ p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 12 })
    expect(constant).toBeNull()
  })

  it('finds (1, 1, 1) for the users of a web server, as auto.arima of R does', () => {
    const { order, aicc } = searchOrder({ figures: WEB_USERS, regressors: [], period: 1 })!

    expect(order).toEqual({ p: 1, d: 1, q: 1, P: 0, D: 0, Q: 0, s: 1 })
    expect(aicc).toBeCloseTo(514.55, 1)
  })

  it('ends no worse than where it begins', () => {
    const searched = { figures: ACCIDENTS, regressors: [], period: 12 }
    const { order, aicc } = searchOrder(searched)!

    for (const first of [
      { p: 2, q: 2, P: 1, Q: 1 },
      { p: 0, q: 0, P: 0, Q: 0 },
      { p: 1, q: 0, P: 1, Q: 0 },
      { p: 0, q: 1, P: 0, Q: 1 },
    ]) {
      const start = fitSarimax(ACCIDENTS, { ...order, ...first })!
      expect(aicc).toBeLessThan(start.aicc + 1e-3)
    }
  })

  it('stays within its bounds', () => {
    for (const [at, figures] of [ACCIDENTS, LAKE_HURON, AIRLINE].entries()) {
      const { order } = searchOrder({ figures, regressors: [], period: at === 1 ? 1 : 12 })!

      expect(Math.max(order.p, order.q)).toBeLessThanOrEqual(3)
      expect(Math.max(order.P, order.Q)).toBeLessThanOrEqual(at === 1 ? 0 : 1)
      expect(order.d + order.D).toBeLessThanOrEqual(2)
    }
  })

  it('finds nothing for what never varies', () => {
    const figures = Array<number>(80).fill(4)

    expect(searchOrder({ figures, regressors: [], period: 7 })).toBeNull()
  })
})
