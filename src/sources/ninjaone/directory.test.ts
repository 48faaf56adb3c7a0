import { describe, expect, it } from 'vitest'
import { directoryOf, organisationFilter, wantedOrganisations } from './directory.ts'

const ORGANISATIONS = directoryOf([
  { id: 7, name: 'Alder & Birch LLP' },
  { id: 8, name: 'Café' },
  { id: 9, name: 'Twin' },
  { id: 10, name: 'Twin' },
])

describe('wantedOrganisations', () => {
  it.each([
    { asked: ['alder & birch llp', 8], ids: [7, 8] },
    { asked: [' CAFE\u0301 '], ids: [8] },
    { asked: [9, 10], ids: [9, 10] },
  ])('finds $asked', ({ asked, ids }) => {
    const found = wantedOrganisations(ORGANISATIONS, asked)

    expect(found).toEqual({ kind: 'these', ids: new Set(ids) })
  })

  it.each([{ asked: 'Twin' }, { asked: 'Alder' }, { asked: 11 }])(
    'refuses to choose for $asked',
    ({ asked }) => {
      const found = wantedOrganisations(ORGANISATIONS, [asked])

      expect(found).toEqual({ kind: 'unclear', asked: String(asked) })
    },
  )

  it('is all of them when none is asked for', () => {
    expect(wantedOrganisations(ORGANISATIONS, undefined)).toEqual({ kind: 'all' })
  })
})

describe('organisationFilter', () => {
  it('is a device filter of NinjaOne', () => {
    expect(organisationFilter(new Set([7, 8]))).toBe('org in (7,8)')
    expect(organisationFilter(null)).toBeUndefined()
  })
})

describe('directoryOf', () => {
  it('leaves out what cannot be read, and keeps what has no name', () => {
    expect([...directoryOf([null, { id: 'x' }, { id: 3 }]).values()]).toEqual([
      { id: 3, name: null },
    ])
  })
})
