import { describe, expect, it } from 'vitest'
import {
  DEFAULT_MATCH_OPTIONS,
  type LinkDecision,
  type MatchOptions,
  type MatchRecord,
} from './match-record.ts'
import { type MatchResult, matchRecords } from './match-records.ts'

const UUID = '4c4c4544-0042-3510-8052-b3c04f4b4e32'
const OTHER_UUID = '4c4c4544-0042-3510-8052-b3c04f4b4e33'
const MAC = 'a4:bb:6d:00:05:01'
const OTHER_MAC = 'a4:bb:6d:00:05:02'

function record(id: number, source: string, keys: Partial<MatchRecord> = {}): MatchRecord {
  return {
    id,
    source,
    site: 'alder',
    serial: null,
    inventoryNumber: null,
    uuid: null,
    macs: [],
    hostname: null,
    ...keys,
  }
}

const ninja = (id: number, keys: Partial<MatchRecord> = {}) => record(id, 'ninjaone', keys)
const locker = (id: number, keys: Partial<MatchRecord> = {}) => record(id, 'threatlocker', keys)
const ocs = (id: number, keys: Partial<MatchRecord> = {}) => record(id, 'ocs', keys)

const match = (records: readonly MatchRecord[], ...decisions: readonly LinkDecision[]) =>
  matchRecords(records, decisions)
const must = (one: number, other: number): LinkDecision => ({
  kind: 'must-link',
  records: [one, other],
})
const cannot = (one: number, other: number): LinkDecision => ({
  kind: 'cannot-link',
  records: [one, other],
})

const linkOf = ({ links }: MatchResult, id: number) => links.find((link) => link.recordId === id)
const lostBy = ({ links, unlinked }: MatchResult, id: number) =>
  [...links, ...unlinked].find(({ recordId }) => recordId === id)?.lost ?? null

describe('a rule', () => {
  it.each<[string, Partial<MatchRecord>, Partial<MatchRecord>]>([
    ['serial', { serial: 'SIM0501' }, { serial: 'sim0501 ' }],
    ['inventory-number', { inventoryNumber: '180-04' }, { inventoryNumber: '180-04' }],
    ['uuid', { uuid: UUID }, { uuid: UUID.toUpperCase() }],
    ['mac', { macs: [MAC, OTHER_MAC] }, { macs: [OTHER_MAC] }],
    ['hostname', { hostname: 'ALB-01.alder.example' }, { hostname: 'alb-01 | Sam' }],
    ['hostname-15', { hostname: 'ALB-RECEPTION-0' }, { hostname: 'ALB-RECEPTION-01' }],
  ])('links by %s where all else is silent', (rule, one, other) => {
    const result = match([ninja(1, one), locker(2, other)])

    expect(result.groups).toEqual([[1, 2]])
    expect(result.links).toMatchObject([
      { recordId: 1, throughId: 2, rule, lost: null },
      { recordId: 2, throughId: 1, rule, lost: null },
    ])
  })

  it.each<[string, Partial<MatchRecord>, Partial<MatchRecord>]>([
    ['serial', { serial: 'SIM0501', uuid: UUID }, { serial: 'SIM0502', uuid: UUID }],
    [
      'inventory-number',
      { inventoryNumber: '180-04', macs: [MAC] },
      { inventoryNumber: '180-05', macs: [MAC] },
    ],
    ['uuid', { uuid: UUID, hostname: 'alb-01' }, { uuid: OTHER_UUID, hostname: 'alb-01' }],
  ])('of a weaker kind does not link what %s contradicts', (by, one, other) => {
    const result = match([ninja(1, one), locker(2, other)])

    expect(result.groups).toEqual([[1], [2]])
    expect(result.links).toEqual([])
    expect(lostBy(result, 1)).toMatchObject({
      recordId: 2,
      reason: { kind: 'contradicted', by, between: [1, 2] },
    })
  })

  it('of a stronger kind links whatever weaker ones say', () => {
    const one = { serial: 'SIM0501', inventoryNumber: '180-04', uuid: UUID, hostname: 'alb-01' }
    const other = {
      ...{ serial: 'SIM0501', inventoryNumber: '180-05', uuid: OTHER_UUID, hostname: 'alb-02' },
      site: 'birch',
    }

    expect(match([ninja(1, one), locker(2, other)]).groups).toEqual([[1, 2]])
  })

  it.each<[string, Partial<MatchRecord>]>([
    ['serial', { serial: 'SIM0501' }],
    ['inventory number', { inventoryNumber: '180-04' }],
    ['UUID', { uuid: UUID }],
    ['MAC', { macs: [MAC] }],
  ])('of %s links across sites, which is a finding and not a doubt', (_, keys) => {
    const [here, there] = [ninja(1, keys), locker(2, { ...keys, site: 'birch' })]

    expect(match([here, there]).groups).toEqual([[1, 2]])
  })

  it('is silent where MACs merely do not overlap', () => {
    const result = match([
      ninja(1, { macs: [MAC], hostname: 'alb-01' }),
      ocs(2, { macs: [OTHER_MAC], hostname: 'alb-01' }),
    ])

    expect(linkOf(result, 1)).toMatchObject({ rule: 'hostname' })
  })

  it.each<[string, Partial<MatchRecord>]>([
    ['serial', { serial: 'To be filled by O.E.M.' }],
    ['serial', { serial: '123456789' }],
    ['inventory number', { inventoryNumber: 'N/A' }],
    ['UUID', { uuid: '00000000-0000-0000-0000-000000000000' }],
    ['MAC', { macs: ['00:50:56:c0:00:08', '3c:18:a0:11:22:33'] }],
    ['host name', { hostname: '10.7.0.21' }],
  ])('takes no junk for evidence: %s', (_, keys) => {
    const result = match([ninja(1, keys), locker(2, keys)])

    expect(result.groups).toEqual([[1], [2]])
    expect(result.unlinked).toEqual([])
  })

  it('says what was compared, as each record has it', () => {
    const result = match([
      ninja(1, { macs: [MAC, OTHER_MAC] }),
      ocs(2, { macs: [OTHER_MAC] }),
      ninja(3, { hostname: 'ALB-03.alder.example' }),
      locker(4, { hostname: 'ALB-03 | Sam' }),
    ])

    expect(linkOf(result, 1)).toMatchObject({ value: OTHER_MAC, otherValue: OTHER_MAC })
    expect(linkOf(result, 3)).toMatchObject({
      value: 'ALB-03.alder.example',
      otherValue: 'ALB-03 | Sam',
    })
  })
})

describe('records of one source', () => {
  it('are one machine by their serial: it was set up anew', () => {
    const twins = [ninja(1, { serial: 'SIM0501' }), ninja(2, { serial: 'SIM0501' })]

    expect(match([...twins, locker(3, { serial: 'SIM0501' })]).groups).toEqual([[1, 2, 3]])
  })

  it.each<[string, Partial<MatchRecord>]>([
    ['inventory number', { inventoryNumber: '180-04' }],
    ['UUID', { uuid: UUID }],
    ['MAC', { macs: [MAC] }],
    ['host name', { hostname: 'alb-01' }],
  ])('are not by a %s', (_, keys) => {
    const result = match([ninja(1, keys), ninja(2, keys)])

    expect(result.groups).toEqual([[1], [2]])
    expect(lostBy(result, 2)).toMatchObject({
      recordId: 1,
      reason: { kind: 'same-source', between: [2, 1] },
    })
  })

  it.each<[string, Partial<MatchRecord>]>([
    ['serial', { serial: 'TEMPLATE-1' }],
    ['UUID', { uuid: UUID }],
    ['inventory number', { inventoryNumber: 'LAB' }],
  ])('make a %s a template’s, and junk, when four of them share it', (_, keys) => {
    const clones = [1, 2, 3, 4].map((id) => ninja(id, { ...keys, hostname: `vm-${id}` }))
    const others = [1, 2, 3, 4].map((id) => locker(id + 10, { ...keys, hostname: `vm-${id}` }))

    const result = match([...clones, ...others])

    expect(result.groups).toEqual([
      [1, 11],
      [2, 12],
      [3, 13],
      [4, 14],
    ])
    expect(linkOf(result, 1)).toMatchObject({
      rule: 'hostname',
      lost: { recordId: 12, reason: { kind: 'shared-by-many' } },
    })
  })

  it('may share a serial when they are three', () => {
    const clones = [1, 2, 3].map((id) => ninja(id, { serial: 'SIM0501' }))

    expect(match(clones).groups).toEqual([[1, 2, 3]])
  })
})

describe('a MAC', () => {
  it('that four records share is a dock’s', () => {
    const docked = [1, 2].map((id) => ninja(id, { macs: [MAC] }))
    const others = [3, 4].map((id) => ocs(id, { macs: [MAC] }))

    const result = match([...docked, ...others])

    expect(result.groups).toHaveLength(4)
    expect(result.ambiguous).toEqual([])
    expect(lostBy(result, 1)).toMatchObject({ recordId: 3, reason: { kind: 'shared-by-many' } })
  })

  it('leaves the choice open where two machines of a source share it with one of another', () => {
    const result = match([
      ninja(1, { macs: [MAC, OTHER_MAC] }),
      ocs(2, { macs: [MAC] }),
      ocs(3, { macs: [OTHER_MAC] }),
    ])

    expect(result.groups).toEqual([[1], [2], [3]])
    expect(result.ambiguous).toEqual([
      { rule: 'mac', why: 'several-candidates', candidates: [[1], [2], [3]] },
    ])
  })
})

describe('a host name', () => {
  it('in two sites is that of two machines', () => {
    const result = match([
      ninja(1, { hostname: 'pc-01' }),
      locker(2, { hostname: 'pc-01', site: 'birch' }),
    ])

    expect(result.groups).toEqual([[1], [2]])
    expect(lostBy(result, 1)).toEqual({
      recordId: 2,
      rule: 'hostname',
      reason: { kind: 'other-site' },
    })
  })

  it('in organisations that nobody has mapped links nothing', () => {
    const unmapped = { hostname: 'pc-01', site: null }

    const result = match([ninja(1, unmapped), locker(2, unmapped)])

    expect(result.groups).toEqual([[1], [2]])
    expect(lostBy(result, 2)).toMatchObject({ recordId: 1, reason: { kind: 'other-site' } })
  })

  it('does not make a namesake elsewhere a candidate that a serial speaks against', () => {
    const result = match([
      ninja(1, { hostname: 'pc-01', serial: 'SIM0501' }),
      locker(2, { hostname: 'pc-01', serial: 'SIM0502', site: 'birch' }),
    ])

    expect(result.unlinked).toEqual([])
  })

  it('with two candidates is ambiguous: neither is linked, and all are listed', () => {
    const keys = { hostname: 'alb-01' }

    const result = match([ninja(1, keys), ninja(2, keys), locker(3, keys)])

    expect(result.groups).toEqual([[1], [2], [3]])
    expect(result.ambiguous).toEqual([
      { rule: 'hostname', why: 'several-candidates', candidates: [[1], [2], [3]] },
    ])
    expect(lostBy(result, 3)).toMatchObject({ recordId: 1, reason: { kind: 'ambiguous' } })
  })

  it('names as lost a candidate that is open before one that is contradicted', () => {
    const result = match([
      ninja(1, { hostname: 'alb-01', uuid: UUID }),
      ...[ninja(2, { hostname: 'alb-01' }), ninja(3, { hostname: 'alb-01' })],
      ocs(4, { hostname: 'alb-01', uuid: OTHER_UUID }),
    ])

    expect(result.ambiguous).toMatchObject([{ candidates: [[2], [3], [4]] }])
    expect(lostBy(result, 4)).toMatchObject({ recordId: 2, reason: { kind: 'ambiguous' } })
  })

  it('links where all but one candidate are contradicted', () => {
    const result = match([
      ninja(1, { hostname: 'alb-01', uuid: UUID }),
      ninja(2, { hostname: 'alb-01' }),
      ocs(3, { hostname: 'alb-01', uuid: OTHER_UUID }),
    ])

    expect(result.groups).toEqual([[1], [2, 3]])
    expect(linkOf(result, 3)?.lost).toMatchObject({
      recordId: 1,
      reason: { kind: 'contradicted', by: 'uuid' },
    })
  })

  it('links three sources at once when each has one record of it', () => {
    const keys = { hostname: 'alb-01' }

    expect(match([ninja(1, keys), locker(2, keys), ocs(3, keys)]).groups).toEqual([[1, 2, 3]])
  })

  it('is no evidence where more devices of a site are in question than the limit', () => {
    const many = Array.from({ length: 10 }, (_, at) => ninja(at + 1, { hostname: 'desktop' }))

    const result = match([...many, locker(11, { hostname: 'desktop' })])

    expect(result.links).toEqual([])
    expect(result.ambiguous).toMatchObject([{ rule: 'hostname', why: 'shared-by-many' }])
    expect(result.ambiguous[0]?.candidates).toHaveLength(11)
    expect(lostBy(result, 11)).toMatchObject({ reason: { kind: 'shared-by-many' } })
  })

  it('still links the last two of many namesakes, when the others are settled', () => {
    const pairs = Array.from({ length: 20 }, (_, at) => [
      ninja(at + 1, { hostname: 'desktop', serial: `SIM${at}X` }),
      locker(at + 101, { hostname: 'desktop', serial: `SIM${at}X` }),
    ])
    const last = [ninja(50, { hostname: 'desktop' }), locker(150, { hostname: 'desktop' })]

    const result = match([...pairs.flat(), ...last])

    expect(linkOf(result, 50)).toMatchObject({ throughId: 150, rule: 'hostname' })
  })
})

describe('a host name cut at 15 characters', () => {
  const CUT = 'ALB-RECEPTION-0'

  it('links nothing where two longer ones begin like it', () => {
    const result = match([
      ninja(1, { hostname: CUT }),
      locker(2, { hostname: `${CUT}1` }),
      ocs(3, { hostname: `${CUT}2` }),
    ])

    expect(result.groups).toEqual([[1], [2], [3]])
    expect(result.ambiguous).toMatchObject([{ rule: 'hostname-15', candidates: [[1], [2], [3]] }])
  })

  it('links the one that is left when the other is somebody else’s by its full name', () => {
    const result = match([
      ninja(1, { hostname: CUT }),
      ninja(2, { hostname: `${CUT}1` }),
      locker(3, { hostname: `${CUT}1` }),
      locker(4, { hostname: `${CUT}2` }),
    ])

    expect(result.groups).toEqual([
      [1, 4],
      [2, 3],
    ])
    expect(linkOf(result, 1)).toMatchObject({ rule: 'hostname-15', lost: { recordId: 3 } })
  })

  it('does not link two longer names that begin alike', () => {
    const result = match([ninja(1, { hostname: `${CUT}1` }), locker(2, { hostname: `${CUT}2` })])

    expect(result.groups).toEqual([[1], [2]])
    expect(result.unlinked).toEqual([])
  })

  it('links not even the last one left where many names begin like it', () => {
    const settled = Array.from({ length: 8 }, (_, at) => [
      ninja(at + 1, { hostname: `${CUT}${at}`, serial: `SIM${at}X` }),
      locker(at + 101, { hostname: `${CUT}${at}`, serial: `SIM${at}X` }),
    ])
    const last = [ninja(50, { hostname: CUT }), locker(150, { hostname: `${CUT}9` })]

    const result = match([...settled.flat(), ...last])

    expect(linkOf(result, 50)).toBeUndefined()
    expect(result.ambiguous).toEqual([
      { rule: 'hostname-15', why: 'shared-by-many', candidates: [[50], [150]] },
    ])
    expect(lostBy(result, 150)).toMatchObject({
      recordId: 50,
      reason: { kind: 'shared-by-many' },
    })
    expect(linkOf(match([...settled.flat().slice(4), ...last]), 50)).toMatchObject({
      throughId: 150,
    })
  })

  it('links nothing across sites', () => {
    const other = locker(2, { hostname: `${CUT}1`, site: 'birch' })

    expect(match([ninja(1, { hostname: CUT }), other]).groups).toEqual([[1], [2]])
  })
})

describe('a group', () => {
  it('takes in nothing that contradicts any of its members', () => {
    const result = match([
      ninja(1, { serial: 'SIM0501', uuid: UUID }),
      locker(2, { serial: 'SIM0501', hostname: 'alb-01' }),
      ocs(3, { hostname: 'alb-01', uuid: OTHER_UUID }),
    ])

    expect(result.groups).toEqual([[1, 2], [3]])
    expect(lostBy(result, 3)).toEqual({
      recordId: 2,
      rule: 'hostname',
      reason: { kind: 'contradicted', by: 'uuid', between: [3, 1] },
    })
  })

  it('takes in no second record of a source by a weaker rule through a third', () => {
    const result = match([
      ninja(1, { serial: 'SIM0501', hostname: 'alb-01' }),
      locker(2, { serial: 'SIM0501', hostname: 'alb-02' }),
      ninja(3, { hostname: 'alb-02' }),
    ])

    expect(result.groups).toEqual([[1, 2], [3]])
    expect(lostBy(result, 3)).toMatchObject({
      recordId: 2,
      reason: { kind: 'same-source', between: [3, 1] },
    })
  })

  it('leaves to a person what a stronger rule left open, whatever weaker ones say', () => {
    const result = match([
      ninja(1, { inventoryNumber: '180-04', hostname: 'alb-01' }),
      ninja(2, { inventoryNumber: '180-04', hostname: 'alb-02' }),
      locker(3, { inventoryNumber: '180-04', hostname: 'alb-01' }),
    ])

    expect(result.groups).toEqual([[1], [2], [3]])
    expect(result.ambiguous).toMatchObject([{ rule: 'inventory-number' }])
  })

  it('is a tree of links: each record but the first through one nearer to it', () => {
    const result = match([
      ninja(1, { serial: 'SIM0501' }),
      locker(2, { serial: 'SIM0501', hostname: 'alb-01' }),
      ocs(3, { hostname: 'alb-01', macs: [MAC] }),
      record(4, 'switches', { macs: [MAC] }),
    ])

    expect(
      result.links.map(({ recordId, throughId, rule }) => [recordId, throughId, rule]),
    ).toEqual([
      [1, 2, 'serial'],
      [2, 1, 'serial'],
      [3, 2, 'hostname'],
      [4, 3, 'mac'],
    ])
  })
})

describe('a person’s decision', () => {
  it('links what nothing else would, and what a serial contradicts', () => {
    const records = [ninja(1, { serial: 'SIM0501' }), ninja(2, { serial: 'SIM0502' }), locker(3)]

    const result = match(records, must(1, 2), must(3, 2))

    expect(result.groups).toEqual([[1, 2, 3]])
    expect(linkOf(result, 3)).toEqual({
      recordId: 3,
      throughId: 2,
      rule: 'must-link',
      value: null,
      otherValue: null,
      lost: null,
    })
  })

  it('settles what was ambiguous', () => {
    const keys = { hostname: 'alb-01' }
    const records = [ninja(1, keys), ninja(2, keys), locker(3, keys)]

    const linked = match(records, must(2, 3))
    const unlinked = match(records, cannot(3, 1))

    expect(linked.groups).toEqual([[1], [2, 3]])
    expect(unlinked.groups).toEqual([[1], [2, 3]])
    expect([...linked.ambiguous, ...unlinked.ambiguous]).toEqual([])
    expect(linkOf(unlinked, 2)).toMatchObject({ rule: 'hostname' })
    expect(linkOf(unlinked, 3)?.lost).toEqual({
      recordId: 1,
      rule: 'hostname',
      reason: { kind: 'cannot-link', between: [3, 1] },
    })
  })

  it('keeps apart what a serial would link', () => {
    const keys = { serial: 'SIM0501' }

    expect(match([ninja(1, keys), locker(2, keys)], cannot(2, 1)).groups).toEqual([[1], [2]])
  })

  it('to link gives way to one to keep apart, and is given back', () => {
    const result = match([ninja(1), locker(2), ocs(3)], must(1, 2), must(2, 3), cannot(3, 1))

    expect(result.groups).toEqual([[1, 2], [3]])
    expect(result.clashes).toEqual([{ mustLink: [2, 3], cannotLink: [1, 3] }])
  })

  it('on a record that is not there changes nothing', () => {
    const keys = { serial: 'SIM0501' }

    const result = match([ninja(1, keys), locker(2, keys)], must(1, 99), cannot(2, 99), must(1, 1))

    expect(result.groups).toEqual([[1, 2]])
    expect(result.clashes).toEqual([])
  })
})

describe('the work', () => {
  const site = (at: number) => `site-${at % 50}`

  it('grows with the records, not with their pairs', () => {
    const records = Array.from({ length: 5_000 }, (_, at) => [
      ninja(at * 2 + 1, { hostname: `pc-${at}`, site: site(at) }),
      locker(at * 2 + 2, { hostname: `pc-${at}`, site: site(at) }),
    ]).flat()

    const { links, pairsCompared } = match(records)

    expect(links).toHaveLength(10_000)
    expect(pairsCompared).toBe(5_000)
  })

  it.each<[string, Partial<MatchRecord>]>([
    ['serial', { serial: 'TEMPLATE-1' }],
    ['UUID', { uuid: UUID }],
    ['MAC', { macs: [MAC] }],
    ['host name', { hostname: 'desktop' }],
    ['cut host name', { hostname: 'DESKTOP-ABCDEFG' }],
  ])('stays small however many share one %s', (_, keys) => {
    const records = Array.from({ length: 4_000 }, (_, at) =>
      record(at + 1, at % 2 === 0 ? 'ninjaone' : 'threatlocker', {
        ...keys,
        ...(keys.hostname?.length === 15 && at > 0 ? { hostname: `${keys.hostname}${at}` } : {}),
      }),
    )

    const { groups, pairsCompared } = match(records)

    expect(groups).toHaveLength(4_000)
    expect(pairsCompared).toBeLessThan(20 * records.length)
  })

  it('takes the limits as they are set', () => {
    const keys = { macs: [MAC] }
    const records = [ninja(1, keys), ocs(2, keys)]

    expect(matchRecords(records, [], { ...DEFAULT_MATCH_OPTIONS, macShare: 1 }).links).toEqual([])
    expect(matchRecords(records, []).links).toHaveLength(2)
  })

  it('asks no rule that is off, neither for one machine nor against it', () => {
    const records = [
      ninja(1, { serial: 'SIM1', hostname: 'front-1' }),
      locker(2, { serial: 'SIM2', hostname: 'front-1' }),
    ]
    const without = (...off: MatchOptions['off']) =>
      matchRecords(records, [], { ...DEFAULT_MATCH_OPTIONS, off })

    expect(matchRecords(records, []).links).toEqual([])
    expect(without('serial').links).toMatchObject([{ rule: 'hostname' }, { rule: 'hostname' }])
    expect(without('serial', 'hostname', 'hostname-15')).toMatchObject({ links: [], unlinked: [] })
  })
})
