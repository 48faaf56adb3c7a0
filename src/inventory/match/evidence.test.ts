import { describe, expect, it } from 'vitest'
import { compare, makeEvidence } from './evidence.ts'
import { DEFAULT_MATCH_OPTIONS, type MatchRecord } from './match-record.ts'

const BLANK = {
  ...{ source: 'ninjaone', site: 'alder', serial: null, inventoryNumber: null },
  ...{ uuid: null, macs: [], hostname: null },
}

function compared(one: Partial<MatchRecord>, other: Partial<MatchRecord>) {
  const records = [
    { ...BLANK, id: 1, ...one },
    { ...BLANK, id: 2, ...other },
  ]
  const verdict = compare(makeEvidence(records, DEFAULT_MATCH_OPTIONS), 0, 1)
  return verdict.kind === 'silent' ? 'silent' : `${verdict.kind} by ${verdict.by.name}`
}

describe('compare', () => {
  it('asks the strongest rule in which both have a usable key', () => {
    const one = { serial: 'SIM1', inventoryNumber: '180-1' }

    expect(compared(one, { serial: 'SIM1', inventoryNumber: '180-2' })).toBe('same by serial')
    expect(compared(one, { serial: 'SIM2', inventoryNumber: '180-1' })).toBe(
      'contradicted by serial',
    )
    expect(compared(one, { serial: 'None', inventoryNumber: '180-1' })).toBe(
      'same by inventory-number',
    )
    expect(compared(one, { inventoryNumber: '180-2' })).toBe('contradicted by inventory-number')
    expect(compared(one, { hostname: 'pc-01' })).toBe('silent')
  })

  it('lets MACs and host names speak for one machine, and never against it', () => {
    const one = { macs: ['a4:bb:6d:00:05:01'], hostname: 'pc-01' }

    expect(compared(one, { macs: ['a4:bb:6d:00:05:02'], hostname: 'pc-01' })).toBe(
      'same by hostname',
    )
    expect(compared(one, { macs: ['a4:bb:6d:00:05:02'], hostname: 'pc-02' })).toBe('silent')
  })

  it('holds a name of 15 characters for the beginning of a longer one, and no others', () => {
    const cut = { hostname: 'ALB-RECEPTION-0' }

    expect(compared(cut, { hostname: 'ALB-RECEPTION-01' })).toBe('same by hostname-15')
    expect(compared({ hostname: 'ALB-RECEPTION-02' }, { hostname: 'ALB-RECEPTION-01' })).toBe(
      'silent',
    )
  })
})
