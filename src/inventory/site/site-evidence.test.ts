import { describe, expect, it } from 'vitest'
import { type StandingRecord, siteEvidence } from './site-evidence.ts'

const placed = (siteId: number, deviceId: number, hostname: string | null = null) =>
  ({ source: 'ninjaone', organisationKey: String(siteId), siteId, deviceId, hostname }) as const

const unmapped = (key: string, deviceId: number | null, hostname: string | null = null) =>
  ({ source: 'tl', organisationKey: key, siteId: null, deviceId, hostname }) as const

describe('siteEvidence', () => {
  it('counts the devices that an unmapped organisation shares with each site', () => {
    const records: StandingRecord[] = [
      ...[placed(1, 10), placed(1, 11), placed(2, 12)],
      ...[unmapped('a', 10), unmapped('a', 11), unmapped('a', 12), unmapped('a', null)],
      unmapped('b', 13),
    ]

    expect(siteEvidence(records)).toEqual([
      { source: 'tl', key: 'a', siteId: 1, devices: 2, domains: [] },
      { source: 'tl', key: 'a', siteId: 2, devices: 1, domains: [] },
    ])
  })

  it('counts a device once, however many records it has', () => {
    const records = [placed(1, 10), placed(1, 10), unmapped('a', 10), unmapped('a', 10)]

    expect(siteEvidence(records)).toMatchObject([{ devices: 1 }])
  })

  it('names the domains that both have, but none that anybody has', () => {
    const records = [
      placed(1, 10, 'A.alder.example'),
      placed(1, 11, 'b.local'),
      unmapped('a', 20, 'x.ALDER.example'),
      unmapped('a', 21, 'y.local'),
    ]

    expect(siteEvidence(records)).toEqual([
      { source: 'tl', key: 'a', siteId: 1, devices: 0, domains: ['alder.example'] },
    ])
  })

  it('leaves out a domain that more than three sites have', () => {
    const records = [1, 2, 3, 4].map((siteId) => placed(siteId, siteId, 'a.provider.example'))
    const organisation = unmapped('a', 20, 'b.provider.example')

    expect(siteEvidence([...records, organisation])).toEqual([])
    expect(siteEvidence([...records.slice(1), organisation])).toHaveLength(3)
  })
})
