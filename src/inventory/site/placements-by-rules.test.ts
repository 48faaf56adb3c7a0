import { describe, expect, it } from 'vitest'
import { placementsByRules, type RuledOrganisation, withPlacements } from './placements-by-rules.ts'

const unmapped = (source: string, key: string, name: string | null): RuledOrganisation => ({
  ...{ source, key, name },
  rule: 'unmapped',
  siteId: null,
})
const rmm = (key: string, name: string | null) => unmapped('ninjaone', key, name)
const edr = (key: string, name: string | null) => unmapped('threatlocker', key, name)

const told = (
  organisations: readonly RuledOrganisation[],
  {
    sites = [],
    from = ['ninjaone'],
  }: { sites?: { id: number; name: string }[]; from?: string[] } = {},
) =>
  placementsByRules({ sites, organisations }, from).map(
    ({ organisation, site, rule }) => `${organisation.key}: ${rule} ${site}`,
  )

describe('placementsByRules', () => {
  it('makes a site of every organisation of a source whose organisations are sites', () => {
    expect(told([rmm('1', 'Alder'), edr('a', 'Cedar')])).toEqual(['1: made Alder'])
  })

  it('puts an organisation of another source at the site of its folded name, just made or not', () => {
    expect(told([edr('a', 'ALDER, INC.'), rmm('1', 'Alder')])).toEqual([
      '1: made Alder',
      'a: same-name Alder',
    ])
    expect(told([edr('a', 'alder')], { sites: [{ id: 7, name: 'Alder' }], from: [] })).toEqual([
      'a: same-name Alder',
    ])
  })

  it('tells sites of one name apart by the key, and names one without a name by its source', () => {
    expect(told([rmm('1', 'Alder'), rmm('2', 'Alder'), rmm('3', null)])).toEqual([
      '1: made Alder',
      '2: made Alder (2)',
      '3: made ninjaone 3',
    ])
  })

  it('makes the sites of several sources in their order, so that the first gives the name', () => {
    const organisations = [edr('a', 'ALDER'), rmm('1', 'Alder')]

    expect(told(organisations, { from: ['threatlocker', 'ninjaone'] })).toEqual([
      'a: made ALDER',
      '1: same-name ALDER',
    ])
  })

  it('leaves alone what people said', () => {
    const ignored = { ...rmm('1', 'Alder'), rule: 'ignored' } as const
    const confirmed = { ...rmm('2', 'Birch'), rule: 'confirmed', siteId: 7 } as const

    expect(told([ignored, confirmed], { sites: [{ id: 7, name: 'Elsewhere' }] })).toEqual([])
  })
})

describe('withPlacements', () => {
  it('gives sites that are new numbers of their own, below 0', () => {
    const places = {
      sites: [{ id: 7, name: 'Oak' }],
      organisations: [rmm('1', 'Alder'), rmm('2', 'Oak Inc')],
    }

    const placed = withPlacements(places, placementsByRules(places, ['ninjaone']))

    expect(placed.sites).toEqual([
      { id: 7, name: 'Oak' },
      { id: -1, name: 'Alder' },
    ])
    expect(placed.organisations).toMatchObject([
      { key: '1', rule: 'made', siteId: -1 },
      { key: '2', rule: 'same-name', siteId: 7 },
    ])
  })
})
