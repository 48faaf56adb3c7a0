import { describe, expect, it } from 'vitest'
import type { SiteForgottenSummary, SiteMapEntry } from '../../jobs/fleet/map-sites.task.ts'
import { forgottenLines, mappedLines, siteMapLines } from './site-map-lines.ts'

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
  takenBack: null,
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

  it('say of what people took back who did, whatever the rules made of it', () => {
    const takenBack = { by: 'Ana', reason: 'wrong tenant' }
    const [, , waiting, said] = siteMapLines([{ ...WAITING, takenBack }], 'en')

    expect(waiting).toBe('  threatlocker:k9  Alder & Co  (1 machine)')
    expect(said).toBe('    what was said of it was taken back by Ana (wrong tenant)')
    expect(siteMapLines([{ ...MAPPED, takenBack }], 'es').at(-1)).toMatch(
      /sitio propio; Ana retiró lo que se había dicho de ella \(wrong tenant\)$/u,
    )
  })

  it('let no name of a vendor steer the terminal', () => {
    expect(siteMapLines([{ ...WAITING, name: 'A\u001b[2J' }], 'en')[2]).toContain('A<U+001B>[2J')
  })

  it('say so when there is no organisation', () => {
    expect(siteMapLines([], 'en')).toEqual(['No source has named an organisation yet.'])
  })
})

const MATCHING = {
  ...{ day: '2026-11-20', records: 2, devices: 1, pairsCompared: 1, ambiguous: 0, clashes: 0 },
  ...{ merged: 0, links: { opened: 0, changed: 2, closed: 0, unchanged: 0 } },
}

describe('mappedLines', () => {
  it('repeat what was said, and from when on', () => {
    const word = {
      ...{ organisation: 'threatlocker:k9', from: '2026-10-01', by: 'Ana', reason: null },
      ...{ isNewSite: false, matching: MATCHING },
    }

    expect(mappedLines({ ...word, site: 'Alder LLP' }, 'en')[0]).toBe(
      'threatlocker:k9 is at Alder LLP from 2026-10-01 on',
    )
    expect(mappedLines({ ...word, site: 'Elm', isNewSite: true }, 'en')[0]).toBe(
      'threatlocker:k9 is at Elm, a new site, from 2026-10-01 on',
    )
    expect(mappedLines({ ...word, site: null }, 'es')[0]).toBe(
      'threatlocker:k9 queda excluida desde el 2026-10-01',
    )
  })
})

describe('forgottenLines', () => {
  const forgotten: SiteForgottenSummary = {
    ...{ organisation: 'threatlocker:k9', from: '2026-11-20', by: 'Ana', reason: null },
    takenBack: [
      {
        ...{ rule: 'confirmed', site: 'Alder LLP', from: '2026-10-01', until: null },
        ...{ by: 'Luis', reason: 'on the phone' },
      },
    ],
    ...{ site: null, rule: 'unmapped', matching: MATCHING },
  }

  it('tell what was taken back and that nothing else places the organisation', () => {
    expect(forgottenLines(forgotten, 'en').slice(0, 3)).toEqual([
      'What was said of threatlocker:k9 is taken back from 2026-11-20 on; the days before stay as they are.',
      '  Alder LLP, from 2026-10-01: said by Luis (on the phone)',
      'No rule places it: it waits for a person (muster site-map threatlocker:k9).',
    ])
  })

  it('tell where the rules put it', () => {
    const placed = { ...forgotten, site: 'Elm', rule: 'same-name' } as const

    expect(forgottenLines(placed, 'es')[2]).toBe('Según las reglas está en Elm: mismo nombre.')
  })

  it('say so when nobody had said anything', () => {
    expect(forgottenLines({ ...forgotten, takenBack: [], matching: null }, 'en')).toEqual([
      'Nobody has said where threatlocker:k9 is from 2026-11-20 on: nothing was changed.',
    ])
  })
})
