import { expect, it } from 'vitest'
import { verifiedBy } from './verified-by.ts'

it('tells how many stand how, and what stands in place of those that do not', () => {
  const summary = {
    ...{ plan: 1, standings: { standing: 2, changed: 1 } },
    departures: [
      { n: 3, recordKey: '7', to: 'A-B', standing: { kind: 'changed', found: 'C' } },
      { n: 4, recordKey: '8', to: 'A-D', standing: { kind: 'of another version' } },
    ],
  }

  expect(verifiedBy(summary)).toEqual({
    standings: { standing: 2, changed: 1 },
    departed: [{ n: 3, name: '7', to: 'A-B', kind: 'changed', found: 'C' }],
  })
})

it('takes nothing else for a verification', () => {
  expect(verifiedBy({ plan: 1, outcomes: { applied: 3 } })).toBeNull()
  expect(verifiedBy(null)).toBeNull()
})
