import { describe, expect, it } from 'vitest'
import type { SiteMapEntry } from '../../jobs/fleet/map-sites.task.ts'
import { mappedLines, siteMapLines } from './site-map-lines.ts'

const MAPPED: SiteMapEntry = {
  source: 'ninjaone',
  key: '7',
  name: 'Alder LLP',
  firstDay: '2026-10-01',
  rule: 'made',
  siteId: 1,
  site: 'Alder LLP',
  decidedBy: null,
  reason: null,
  since: '2026-10-01',
  machines: 1_200,
  suggestions: [],
}
const WAITING: SiteMapEntry = {
  ...MAPPED,
  ...{ source: 'threatlocker', key: 'k9', name: 'Alder & Co', rule: 'unmapped', machines: 1 },
  ...{ siteId: null, site: null },
}
const SUGGESTION = {
  ...{ siteId: 1, site: 'Alder LLP', isSameName: false, sharedDevices: 12 },
  ...{ sharedDomains: ['alder.example'], nameSimilarity: 0.866 },
}

describe('siteMapLines', () => {
  it('begin with what waits for a person, its suggestions in order with their evidence', () => {
    const weak = { ...SUGGESTION, site: 'Alda', sharedDevices: 0, sharedDomains: [] }
    const entry = { ...WAITING, suggestions: [SUGGESTION, weak] }

    expect(siteMapLines([MAPPED, entry], 'en').slice(0, 6)).toEqual([
      '1 organisation for a person to place:',
      '',
      '  threatlocker:k9  Alder & Co  (1 machine)',
      '    1.  Alder LLP  12 shared machines; domains of both: alder.example; names 87 % alike',
      '    2.  Alda       names 87 % alike',
      '',
    ])
  })

  it('say that an equal name decides nothing where others have it too, and when nothing speaks at all', () => {
    const same = { ...SUGGESTION, isSameName: true, sharedDevices: 0, sharedDomains: [] }

    expect(siteMapLines([{ ...WAITING, suggestions: [same] }], 'en')[3]).toBe(
      '    1.  Alder LLP  the same name, as others have',
    )
    expect(siteMapLines([WAITING], 'es')[3]).toBe('    nada habla a favor de ningún sitio')
  })

  it('tell where all others are, since when, and by whose word', () => {
    const said = { rule: 'ignored', site: null, decidedBy: 'Ana', reason: 'test tenant' } as const

    expect(siteMapLines([MAPPED, { ...MAPPED, ...said }], 'en')).toEqual([
      'ORGANISATION  NAME       MACHINES  SITE          SINCE       WHY',
      'ninjaone:7    Alder LLP     1,200  Alder LLP     2026-10-01  a site of its own',
      'ninjaone:7    Alder LLP     1,200  (at no site)  2026-10-01  left out by Ana (test tenant)',
    ])
  })

  it('let no name of a vendor steer the terminal', () => {
    expect(siteMapLines([{ ...WAITING, name: 'A\u001b[2J' }], 'en')[2]).toContain('A<U+001B>[2J')
  })

  it('say so when there is no organisation', () => {
    expect(siteMapLines([], 'en')).toEqual(['No source has named an organisation yet.'])
  })
})

describe('mappedLines', () => {
  it('repeat what was said, and from when on', () => {
    const matching = {
      ...{ day: '2026-11-20', records: 2, devices: 1, pairsCompared: 1, ambiguous: 0, clashes: 0 },
      ...{ merged: 0, links: { opened: 0, changed: 2, closed: 0, unchanged: 0 } },
    }
    const word = { organisation: 'threatlocker:k9', from: '2026-10-01', matching }

    expect(mappedLines({ ...word, site: 'Alder LLP' }, 'en')[0]).toBe(
      'threatlocker:k9 is at Alder LLP from 2026-10-01 on',
    )
    expect(mappedLines({ ...word, site: null }, 'es')[0]).toBe(
      'threatlocker:k9 queda excluida desde el 2026-10-01',
    )
  })
})
