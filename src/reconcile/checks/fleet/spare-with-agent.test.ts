import { describe, expect, it } from 'vitest'
import { CEDAR, daysAgo, guarded, managed, sayOf } from '../../../../test/support/machines.ts'
import { spareWithAgent } from './spare-with-agent.ts'

const spare = managed({ isSpare: true, displayName: 'SPARE 3', location: 'Cupboard' })
const said = sayOf(spareWithAgent)

describe('spare-with-agent', () => {
  it('is a spare of remote management that still has its agent', () => {
    expect(said(spare, guarded())).toMatchObject({
      subject: 'device:17',
      evidence: {
        records: [
          { ref: 'ninjaone:501', displayName: 'SPARE 3' },
          { hostname: 'ALB-RECEPTION-01' },
        ],
        spare: 'ninjaone:501',
        location: 'Cupboard',
        agents: ['threatlocker:aaaa0000-0000-4000-8000-000000000001'],
      },
    })
  })

  it.each([
    ['in use', [managed(), guarded()]],
    ['that only endpoint protection takes for a spare', [managed(), guarded({ isSpare: true })]],
    ['without an agent', [spare]],
    ['that remote management does not list', [guarded({ isSpare: true })]],
    [
      'in use again under a newer record',
      [managed(), { ...spare, recordId: 5, lastContact: daysAgo(60) }, guarded()],
    ],
  ])('is not a machine %s', (_case, records) => {
    expect(said(...records)).toBeNull()
  })

  it('is not a spare in a stock location, in any case and with spaces around it', () => {
    const inStock = { ...spare, location: ' STOCK room ' }
    const withStock = sayOf(spareWithAgent, { policy: { stockLocations: ['Stock room'] } })

    expect(said(inStock, guarded())).not.toBeNull()
    expect(withStock(inStock, guarded())).toBeNull()
    expect(withStock({ ...inStock, location: 'Stock room 2' }, guarded())).not.toBeNull()
    expect(withStock({ ...inStock, location: null }, guarded())).not.toBeNull()
  })

  it('lets a site have stock locations of its own instead of the general ones', () => {
    const rules = [{ at: CEDAR.name, stockLocations: ['Cupboard'] }]
    const ruled = sayOf(spareWithAgent, { policy: { stockLocations: ['Stock room'], rules } })
    const atCedar = { ...spare, site: CEDAR }

    expect(ruled(atCedar, guarded())).toBeNull()
    expect(ruled({ ...atCedar, location: 'Stock room' }, guarded())).not.toBeNull()
    expect(ruled(spare, guarded())).not.toBeNull()
  })
})
