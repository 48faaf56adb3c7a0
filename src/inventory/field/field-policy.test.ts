import { describe, expect, it } from 'vitest'
import { type FieldOrder, orderOf, ordersFor, usualOrder } from './field-policy.ts'

const USUAL = usualOrder(['intune', 'helpdesk'])
const order = (own: FieldOrder['policy']['order']): FieldOrder => ({
  policy: { yieldsAfter: 14, order: own },
  usual: USUAL,
})

describe('orderOf', () => {
  it('is RMM, EDR, OCS and the files as they are configured, where nothing is said', () => {
    expect(orderOf('serial', order({}))).toEqual([
      ...['ninjaone', 'threatlocker', 'ocs', 'intune', 'helpdesk'],
    ])
  })

  it('is what is said of the field, else what is said of all, with those left out behind', () => {
    const both = order({ serial: ['ocs'], '*': ['helpdesk', 'threatlocker'] })

    expect(orderOf('serial', both)).toEqual([
      ...['ocs', 'ninjaone', 'threatlocker', 'intune', 'helpdesk'],
    ])
    expect(orderOf('model', both)).toEqual([
      ...['helpdesk', 'threatlocker', 'ninjaone', 'ocs', 'intune'],
    ])
  })
})

describe('ordersFor', () => {
  it('tells of the sources of one machine, on the whole and for fields with an order of their own', () => {
    const own = order({ site: ['threatlocker'], displayName: ['helpdesk'] })

    expect(ordersFor(['threatlocker', 'ninjaone'], own)).toEqual([
      { field: '*', sources: ['ninjaone', 'threatlocker'] },
      { field: 'displayName', sources: ['ninjaone', 'threatlocker'] },
      { field: 'site', sources: ['threatlocker', 'ninjaone'] },
    ])
  })
})
