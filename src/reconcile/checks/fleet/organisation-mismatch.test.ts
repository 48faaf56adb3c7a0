import { describe, expect, it } from 'vitest'
import { CEDAR, daysAgo, guarded, managed, sayOf } from '../../../../test/support/machines.ts'
import { organisationMismatch } from './organisation-mismatch.ts'

const said = sayOf(organisationMismatch)

describe('organisation-mismatch', () => {
  it('is one machine at two sites, placed where remote management has it', () => {
    const elsewhere = guarded({ site: CEDAR, organisation: { key: 'c8', name: 'Cedar Limited' } })

    expect(said(managed(), elsewhere)).toMatchObject({
      subject: 'device:17',
      siteId: 1,
      evidence: {
        records: [{ site: 'Alder & Birch LLP' }, { site: 'Cedar Ltd' }],
        sites: { ninjaone: 'Alder & Birch LLP', threatlocker: 'Cedar Ltd' },
        organisations: { ninjaone: 'Alder & Birch LLP', threatlocker: 'Cedar Limited' },
      },
    })
  })

  it.each([
    ['organisations of other names at one site', managed(), guarded()],
    ['an organisation that is not mapped', managed(), guarded({ site: null })],
    ['two organisations that are not mapped', managed({ site: null }), guarded({ site: null })],
    ['a machine of one source', managed(), managed({ recordId: 5, site: CEDAR })],
  ])('is not %s', (_case, one, other) => {
    expect(said(one, other)).toBeNull()
  })

  it('names an organisation by its key where it has no name', () => {
    const nameless = guarded({ site: CEDAR, organisation: { key: 'c8', name: null } })

    expect(said(managed(), nameless)?.evidence).toMatchObject({
      organisations: { threatlocker: 'c8' },
    })
  })

  it('goes by the record heard of last, where a machine was moved between tenants', () => {
    const before = guarded({ recordId: 5, site: CEDAR, lastContact: daysAgo(20) })

    expect(said(managed(), before, guarded())).toBeNull()
    expect(said(managed(), { ...before, lastContact: daysAgo(-1) }, guarded())).not.toBeNull()
  })

  it('compares every two sources, remote management first and the rest by name', () => {
    const sources = { machines: ['ocs', 'intune', 'ninjaone'], rmm: ['ninjaone'], edr: [] }

    expect(organisationMismatch.scopes(sources)).toEqual([
      ['ninjaone', 'intune'],
      ['ninjaone', 'ocs'],
      ['intune', 'ocs'],
    ])
  })

  it('looks at the two sources of its scope only', () => {
    const machines = ['ninjaone', 'threatlocker', 'ocs']
    const sources = { machines, rmm: ['ninjaone'], edr: ['threatlocker'] }
    const made = { sources, scope: ['ninjaone', 'ocs'] }
    const ofOcs = managed({ recordId: 5, source: 'ocs', site: null })

    expect(sayOf(organisationMismatch, made)(managed(), guarded({ site: CEDAR }), ofOcs)).toBeNull()
  })
})
