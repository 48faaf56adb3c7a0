import { describe, expect, it } from 'vitest'
import { bodyFilterOf, queryOf } from './findings-filter.ts'

describe('queryOf', () => {
  it('takes the filters and the order of the address, and nothing else of it', () => {
    expect(queryOf({ severity: 'high', site: '', sort: 'age', finding: '12' })).toEqual({
      ...{ severity: 'high', sort: 'age' },
    })
    expect(queryOf({ sort: 'no-such' })).toEqual({})
  })
})

describe('bodyFilterOf', () => {
  it('means the findings that the list shows: those that are work, unless others are asked for', () => {
    expect(bodyFilterOf({}).states).toEqual(['open', 'acknowledged', 'fixed'])
    expect(bodyFilterOf({ state: 'all' }).states).toEqual([])
    expect(bodyFilterOf({ state: 'accepted,open' }).states).toEqual(['open', 'accepted'])
  })

  it('narrows by everything that stands in the address', () => {
    const address = {
      ...{ check: 'missing-in-edr,missing-in-rmm', severity: 'critical,high', owner: 'none' },
      ...{ site: 'Norte', olderThan: '6', newerThan: '31', text: 'pc', dormant: 'true' },
    }

    expect(bodyFilterOf(address)).toEqual({
      ...{ checks: ['missing-in-edr', 'missing-in-rmm'], severities: ['critical', 'high'] },
      ...{ states: ['open', 'acknowledged', 'fixed'], owner: 'none', site: 'Norte' },
      ...{ olderThan: 6, newerThan: 31, text: 'pc', dormant: true },
    })
  })
})
