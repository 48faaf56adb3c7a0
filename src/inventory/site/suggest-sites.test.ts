import { describe, expect, it } from 'vitest'
import type { SiteEvidence } from './site-evidence.ts'
import { type KnownSite, suggestSites, type UnmappedOrganisation } from './suggest-sites.ts'

const SITES: readonly KnownSite[] = [
  { id: 1, names: ['Alder & Birch LLP'], sources: ['ninjaone'] },
  { id: 2, names: ['Cedar Inc'], sources: ['ninjaone'] },
  { id: 3, names: ['Almacenes Río, S.A. de C.V.'], sources: ['ninjaone'] },
]

const tenant = (name: string | null, key = 'k1'): UnmappedOrganisation => ({
  source: 'threatlocker',
  key,
  name,
})

const answer = (
  organisation: UnmappedOrganisation,
  evidence: readonly SiteEvidence[] = [],
  sites = SITES,
) => suggestSites([organisation], sites, evidence)[0]

describe('suggestSites', () => {
  it.each([
    ['alder birch', 1],
    ['ALDER & BIRCH', 1],
    ['Cedar, L.L.C.', 2],
    ['almacenes rio', 3],
  ])('links "%s" by its folded name alone', (name, siteId) => {
    expect(answer(tenant(name))).toMatchObject({ kind: 'same-name', siteId })
  })

  it('links by the name of an organisation that is at the site already', () => {
    const sites = [{ id: 9, names: ['Head office', 'Oak Dental'], sources: ['ninjaone'] }]

    expect(answer(tenant('Oak Dental Inc'), [], sites)).toMatchObject({
      kind: 'same-name',
      siteId: 9,
    })
  })

  it('only suggests a near name, and never takes it however near it is', () => {
    expect(answer(tenant('Alder and Birch'))).toMatchObject({
      kind: 'suggested',
      suggestions: [{ siteId: 1, isSameName: false, sharedDevices: 0 }],
    })
  })

  it('does not link by shared devices and domains, however many', () => {
    const evidence = [
      { source: 'threatlocker', key: 'k1', siteId: 2, devices: 400, domains: ['cedar.example'] },
    ]

    expect(answer(tenant('Bright Works'), evidence)).toEqual({
      kind: 'suggested',
      organisation: tenant('Bright Works'),
      suggestions: [
        {
          siteId: 2,
          isSameName: false,
          sharedDevices: 400,
          sharedDomains: ['cedar.example'],
          nameSimilarity: 0,
        },
      ],
    })
  })

  it('ranks shared devices before shared domains, and these before names', () => {
    const evidence = [
      { source: 'threatlocker', key: 'k1', siteId: 2, devices: 1 },
      { source: 'threatlocker', key: 'k1', siteId: 3, devices: 0, domains: ['rio.example'] },
    ]

    const found = answer(tenant('Alder and Birch'), evidence)

    expect(found?.kind === 'suggested' && found.suggestions.map(({ siteId }) => siteId)).toEqual([
      2, 3, 1,
    ])
  })

  it('says so when nothing speaks for any site', () => {
    expect(answer(tenant('Westside Clinic'))).toMatchObject({ kind: 'unmatched' })
    expect(answer(tenant(null))).toMatchObject({ kind: 'unmatched' })
  })

  it('leaves the choice to a person where two sites have the name', () => {
    const sites = [...SITES, { id: 4, names: ['Cedar LLC'], sources: [] }]

    expect(answer(tenant('Cedar'), [], sites)).toMatchObject({
      kind: 'suggested',
      suggestions: [
        { siteId: 2, isSameName: true },
        { siteId: 4, isSameName: true },
      ],
    })
  })

  it('leaves the choice to a person where two organisations of one source have the name', () => {
    const both = [tenant('Cedar', 'k1'), tenant('Cedar Inc', 'k2')]

    expect(suggestSites(both, SITES, []).map(({ kind }) => kind)).toEqual([
      'suggested',
      'suggested',
    ])
  })

  it('does not add a second organisation of a source to a site by its name', () => {
    const organisation = { source: 'ninjaone', key: '77', name: 'Cedar LLC' }

    expect(answer(organisation)).toMatchObject({ kind: 'suggested' })
  })

  it('does not hold a name of signs alone for the name of a site', () => {
    const sites = [{ id: 5, names: ['---'], sources: [] }]

    expect(answer(tenant('***'), [], sites)).toMatchObject({ kind: 'unmatched' })
  })
})
