import { describe, expect, it } from 'vitest'
import { USUAL_RULES } from '../../../test/support/golden-cases.ts'
import {
  bookRow,
  KEPT_ON,
  keptAgent,
  keptDay,
  keptDesk,
  organisationOf,
} from '../../../test/support/kept-day.ts'
import type { KeptDay } from '../../inventory/kept-day/store.ts'
import type { Rules } from './rules.ts'
import { isAllTheSame, toldWhatIf } from './told-what-if.ts'
import { whatIf } from './what-if.ts'

interface Changes {
  readonly fleet?: Partial<Rules['fleet']>
  readonly checks?: Partial<Rules['checks']>
  readonly tags?: Partial<Rules['tags']>
}

const SOURCES = ['ninjaone', 'threatlocker']
const rulesWith = ({ fleet, checks, tags }: Changes): Rules => ({
  fleet: { ...USUAL_RULES.fleet, ...fleet },
  checks: { ...USUAL_RULES.checks, ...checks },
  tags: { ...USUAL_RULES.tags, ...tags },
})
const today = { rules: USUAL_RULES, sources: SOURCES }
const ifRules = (kept: KeptDay, changes: Changes, before: Changes = {}) =>
  toldWhatIf(
    whatIf(kept, { ...today, rules: rulesWith(before) }, { ...today, rules: rulesWith(changes) }),
  )
const matching = (off: Rules['fleet']['matching']['off']) => ({
  matching: { ...USUAL_RULES.fleet.matching, off },
})
const NAMES = ['hostname', 'hostname-15'] as const

describe('whatIf', () => {
  const pair = keptDay([keptDesk(1), keptAgent(1), keptDesk(2)])

  it('is nothing by the same rules', () => {
    expect(isAllTheSame(ifRules(pair, {}))).toBe(true)
  })

  it('tells the links that go, and the findings of the machines that are left', () => {
    const told = ifRules(pair, { fleet: matching(['serial', ...NAMES]) })

    expect(told.links).toMatchObject([
      {
        ...{ change: 'lost', rule: 'serial', value: 'SIM1', against: null },
        ...{ one: { ref: 'ninjaone:1', site: 'Alder' }, other: { ref: 'threatlocker:1' } },
      },
    ])
    expect(told.machines).toEqual({ before: 2, after: 3 })
    expect(told.findings.map(({ change, check, records }) => [change, check, ...records])).toEqual([
      ['opened', 'missing-in-edr', 'ninjaone:1'],
      ['opened', 'missing-in-rmm', 'threatlocker:1'],
    ])
  })

  it('keeps a finding what it was where its machine is the same device', () => {
    const { findings } = ifRules(pair, { fleet: matching(['serial']) })

    expect(findings).toEqual([]) // by its host name now
  })

  it('says what speaks against a link that goes', () => {
    const kept = keptDay([keptDesk(1), keptAgent(1, { serial: 'OTHER' })])

    const told = ifRules(kept, {}, { fleet: matching(['serial']) })

    expect(told.links).toMatchObject([
      { change: 'lost', rule: 'hostname', against: 'contradicted' },
    ])
  })

  it('counts what only a person can decide', () => {
    const cut = { hostname: 'ALB-RADIOLOGY-0', serial: null }
    const kept = keptDay([
      keptDesk(1, cut),
      keptAgent(1, { hostname: 'ALB-RADIOLOGY-01', serial: null }),
      keptAgent(2, { hostname: 'ALB-RADIOLOGY-02', serial: null }),
    ])

    const told = ifRules(kept, { fleet: matching(['hostname-15']) })

    expect(told.questions).toEqual({ before: 1, after: 0 })
    expect(isAllTheSame(told)).toBe(false)
  })

  it('goes by what people decided, in both', () => {
    const decisions = [
      {
        ...{ id: 1, one: 1, other: 101, kind: 'cannot-link' as const, reason: null },
        ...{ by: 'Ana', at: new Date(0) },
      },
    ]

    const told = ifRules(keptDay(pair.records, { decisions }), { fleet: matching(['serial']) })

    expect(told.machines).toEqual({ before: 3, after: 3 })
  })

  it('tells what is spare, who bills it, and which figures move, site by site', () => {
    const policy = { ...USUAL_RULES.fleet.policy, spareWords: ['desk 2'] }

    const told = ifRules(pair, { fleet: { policy } })

    expect(told.reclassified).toMatchObject([
      { ref: 'ninjaone:2', what: 'spare', from: false, to: true, ruleAfter: 'display-name' },
      { ref: 'ninjaone:2', what: 'billable', ruleBefore: 'not-spare', ruleAfter: 'spare' },
    ])
    expect(told.counts).toMatchObject([
      { scope: { kind: 'all' }, before: { spare_devices: 0 }, after: { spare_devices: 1 } },
      { scope: { site: 'Alder' }, before: { billable_devices: 3 }, after: { billable_devices: 2 } },
    ])
  })

  it('tells a site that is made, and one that is not any more', () => {
    const told = ifRules(pair, { fleet: { sitesFrom: ['threatlocker'] } })

    expect(told.untold).toContainEqual({ code: 'sites-from-scratch' })
    expect(told.reclassified).toMatchObject([
      { ref: 'ninjaone:1', what: 'site', from: 'Alder', to: 'ALDER' },
      { ref: 'threatlocker:1', what: 'site', from: 'Alder', to: 'ALDER' },
      { ref: 'ninjaone:2', what: 'site' },
    ])
  })

  it('leaves people’s word on an organisation as it is where sites are made anew', () => {
    const organisations = [
      organisationOf('ninjaone', { rule: 'confirmed', decidedBy: 'Ana' }),
      organisationOf('threatlocker', { rule: 'ignored', siteId: null, site: null }),
    ]

    const told = ifRules(keptDay(pair.records, { organisations }), { fleet: { sitesFrom: [] } })

    expect(told.reclassified).toEqual([])
    expect(told.counts.map(({ scope }) => scope)).toEqual([
      { kind: 'all' },
      { kind: 'site', site: 'Alder' },
      { kind: 'site', site: null },
    ])
  })
})

describe('what cannot be told', () => {
  const untoldOf = (kept: KeptDay, changes: Changes = {}, before: Changes = {}) =>
    ifRules(kept, changes, before).untold

  it('is nothing of a day that is kept whole', () => {
    expect(untoldOf(keptDay([keptDesk(1), keptAgent(1)]))).toEqual([])
  })

  it('is silence, where last contact is that of a later day', () => {
    const kept = keptDay([keptDesk(1, { isContactLater: true }), keptDesk(2)])

    expect(untoldOf(kept)).toEqual([{ code: 'contact-not-kept', records: 1 }])
  })

  it('is what is missing at a source that was not whole', () => {
    const heardAt = new Date(0)
    const [, ...whole] = keptDay([]).standings
    const held = { source: 'ninjaone', day: '2026-11-19', state: 'held', heardAt } as const

    const kept = keptDay([keptAgent(1)], { standings: [held, ...whole] })

    expect(untoldOf(kept)).toEqual([
      { code: 'source-not-complete', source: 'ninjaone', state: 'held', day: '2026-11-19' },
    ])
  })

  it('says of a source that came whole, and not when it was tried again, just that', () => {
    const [desks, ...whole] = keptDay([]).standings
    const again = { ...desks, day: KEPT_ON, state: 'failed' } as (typeof whole)[number]

    expect(untoldOf(keptDay([keptAgent(1)], { standings: [again, ...whole] }))).toEqual([
      { code: 'source-tried-again', source: again.source, state: 'failed' },
    ])
  })

  it('is every finding about machines of sources that neither configuration has', () => {
    const kept = keptDay([keptDesk(1), keptAgent(1)])
    const desks = { rules: USUAL_RULES, sources: ['ninjaone'] }
    const none = { rules: USUAL_RULES, sources: [] }

    expect(whatIf(kept, desks, none).untold).toContainEqual({
      ...{ code: 'sources-not-configured', sources: ['threatlocker'] },
    })
    expect(whatIf(kept, today, none).untold).toEqual([])
  })

  it('is what settings of checks mean for sources of which nothing is kept', () => {
    const alone = keptDay([keptDesk(1)], {
      standings: keptDay([]).standings.filter(({ source }) => source === 'ninjaone'),
    })
    const off: Changes = { checks: { off: ['missing-in-edr'] } }

    expect(untoldOf(alone, off)).toContainEqual({
      ...{ code: 'nothing-to-judge', sources: ['threatlocker'] },
    })
    expect(untoldOf(alone)).not.toContainEqual(
      expect.objectContaining({ code: 'nothing-to-judge' }),
    )
  })

  it('is what settings of TAGs mean where no book is kept', () => {
    const pair = keptDay([keptDesk(1), keptAgent(1)])

    expect(untoldOf(pair, { tags: { duplicates: 'tag-none' } })).toMatchObject([
      { code: 'books-not-kept' },
    ])
  })

  it('is the day as it was, where today’s rules have it otherwise already', () => {
    const made = { class: 'server', isSpare: false, isBillable: true } as const
    const kept = keptDay([
      keptDesk(1, { made }),
      keptAgent(1, { deviceId: 9 }), // two machines then, one by the rules of today
      keptDesk(2, { deviceId: null }), // not matched that day
    ])

    expect(untoldOf(kept)).toEqual([{ code: 'kept-otherwise', classified: 1, machines: 2 }])
  })
})

describe('the TAGs', () => {
  const ocs = (id: number, fields: object = {}) =>
    bookRow('ocs', { nativeKey: `${id}`, inventoryNumber: 'A-1', extra: { tag: 'NA' }, ...fields })
  const ROWS = [
    ocs(1, { lastContact: new Date('2026-11-01T08:00:00Z') }),
    ocs(2, { lastContact: new Date('2026-11-02T08:00:00Z') }),
    ocs(3, { inventoryNumber: 'MV' }),
    ocs(4, { inventoryNumber: null, manufacturer: 'VMware, Inc.' }),
    bookRow('finance-register', {
      ...{ nativeKey: 'A-1', inventoryNumber: 'A-1', location: { key: 'L-1', name: null } },
    }),
    bookRow('finance-register', { nativeKey: 'X', inventoryNumber: 'X', location: null }),
    bookRow('locations', {
      ...{ nativeKey: 'L-1', location: { key: 'L-1', name: ' Sala 1' } },
      extra: { building: 'Edif' },
    }),
  ]
  const standing = (source: string) => ({
    ...{ source, day: KEPT_ON, state: 'complete' as const, refused: 0 },
  })
  const BOOKS = ['finance-register', 'locations', 'ocs']
  const kept = (books: Partial<KeptDay['books']> = {}, records: KeptDay['records'] = []) =>
    keptDay(records, { books: { rows: ROWS, standings: BOOKS.map(standing), ...books } })

  it('are decided again from what is kept of the three books', () => {
    const told = ifRules(kept(), { tags: { duplicates: 'tag-newest' } })

    expect(told.outcomes).toEqual({
      before: { planned: 2, 'virtual-machine': 2 },
      after: { planned: 1, 'duplicate-not-tagged': 1, 'virtual-machine': 2 },
    })
    expect(told.tags).toMatchObject([
      {
        ...{ hardwareId: 1, outcomeBefore: 'planned', tagBefore: 'Edif-Sala_1' },
        ...{ outcomeAfter: 'duplicate-not-tagged', tagAfter: null },
      },
    ])
    expect(told.findings).toMatchObject([
      { change: 'opened', check: 'duplicate-not-tagged', subject: 'ocs:1' },
    ])
  })

  it('leave out an asset whose number is a word for a virtual machine, as its reader does', () => {
    const words = { virtualMachineWords: ['MV', 'X'] }

    const { findings } = ifRules(kept(), { tags: words })

    expect(findings.map(({ change, check }) => [change, check])).toEqual([
      ['closed', 'finance-not-in-ocs'],
      ['closed', 'asset-location-blank'],
    ])
  })

  it('are told only where all three books are kept, and of those that are not it is said', () => {
    const standings = BOOKS.map((source) =>
      source === 'locations' ? { ...standing(source), day: null } : standing(source),
    )

    const told = ifRules(kept({ standings }), { tags: { duplicates: 'tag-none' } })

    expect(told).toMatchObject({ outcomes: null, tags: [], findings: [] })
    expect(told.untold).toEqual([{ code: 'books-not-kept', books: ['locations'] }])
    expect(ifRules(kept({ standings: [] }), {}).untold).toEqual([])
  })

  it('come with what is not kept of them', () => {
    const standings = BOOKS.map((source) => ({ ...standing(source), refused: 2 })).slice(0, 1)
    const later = keptDesk(1, { source: 'ocs', organisation: null, isContactLater: true })
    const before = { tags: { virtualMachineWords: ['MV', 'VIRTUAL'] } }
    const books = { standings: [...standings, ...BOOKS.slice(1).map(standing)] }

    const { untold } = ifRules(kept(books, [later]), { tags: { duplicates: 'tag-newest' } }, before)

    expect(untold.slice(1)).toEqual([
      { code: 'rows-refused', book: 'finance-register', rows: 2 },
      { code: 'newest-not-known' },
      { code: 'words-refused-rows', words: ['VIRTUAL'] },
      { code: 'sources-not-configured', sources: ['ocs'] },
    ])
  })
})
