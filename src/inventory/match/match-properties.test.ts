import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usableSerial } from '../identity/usable-serial.ts'
import { DEFAULT_MATCH_OPTIONS, type LinkDecision, type MatchRecord } from './match-record.ts'
import { type MatchResult, matchRecords } from './match-records.ts'

const SOURCES = ['ninjaone', 'threatlocker', 'ocs']
const NAMES = ['pc-01', 'pc-02', 'abcdefghijklmno', 'abcdefghijklmnop', 'abcdefghijklmnoq']
const UUIDS = [1, 2, 3].map((end) => `4c4c4544-0042-3510-8052-b3c04f4b4e3${end}`)
const MACS = [1, 2, 3, 4].map((end) => `a4:bb:6d:00:05:0${end}`)

const maybe = <Value>(values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: null, freq: 2 })

/** Few values of each kind, so that records meet, contradict and crowd one another all the time. */
const keys = fc.record({
  source: fc.constantFrom(...SOURCES),
  site: fc.constantFrom('alder', 'birch', null),
  serial: maybe(['SIM1', 'SIM2', 'SIM3', 'None']),
  inventoryNumber: maybe(['180-1', '180-2', '180-3']),
  uuid: maybe(UUIDS),
  macs: fc.uniqueArray(fc.constantFrom(...MACS), { maxLength: 2 }),
  hostname: maybe(NAMES),
})
const fleet = fc
  .array(keys, { maxLength: 14 })
  .map((all) => all.map((each, at): MatchRecord => ({ id: (at + 1) * 10, ...each })))

const decision = (records: readonly MatchRecord[], kind: LinkDecision['kind']) => {
  const id = fc.constantFrom(...records.map((record) => record.id))
  return fc.tuple(id, id).map((pair): LinkDecision => ({ kind, records: pair }))
}
const decided = fleet.chain((records) =>
  records.length === 0
    ? fc.constant({ records, decisions: [] as LinkDecision[] })
    : fc
        .tuple(
          fc.array(decision(records, 'must-link'), { maxLength: 3 }),
          fc.array(decision(records, 'cannot-link'), { maxLength: 3 }),
        )
        .map((both) => ({ records, decisions: both.flat() })),
)

const groupOf = ({ groups }: MatchResult, id: number) => groups.find((group) => group.includes(id))
const pairsOf = (group: readonly number[]) =>
  group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other] as const))
const RUNS = { numRuns: 1_000 }

describe('matchRecords', () => {
  it('gives the same result in whatever order records and decisions come', () => {
    fc.assert(
      fc.property(decided, fc.infiniteStream(fc.nat()), ({ records, decisions }, chance) => {
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, at: chance.next().value ?? 0 }))
            .sort((one, other) => one.at - other.at)
            .map(({ item }) => item)
        const turned = shuffled(decisions).map(({ kind, records: [one, other] }) => ({
          kind,
          records: [other, one] as const,
        }))

        expect(matchRecords(shuffled(records), turned)).toEqual(matchRecords(records, decisions))
      }),
      RUNS,
    )
  })

  it('puts every record in exactly one group', () => {
    fc.assert(
      fc.property(decided, ({ records, decisions }) => {
        const { groups } = matchRecords(records, decisions)

        expect(groups.flat().sort((a, b) => a - b)).toEqual(records.map(({ id }) => id))
      }),
      RUNS,
    )
  })

  it('never puts a pair in one group that a person keeps apart', () => {
    fc.assert(
      fc.property(decided, ({ records, decisions }) => {
        const result = matchRecords(records, decisions)
        const apart = decisions.filter(
          ({ kind, records: [a, b] }) => kind === 'cannot-link' && a !== b,
        )

        for (const { records: pair } of apart) {
          expect(groupOf(result, pair[0])).not.toContain(pair[1])
        }
      }),
      RUNS,
    )
  })

  it('never groups two serials of which neither is a template’s, unless a person said so', () => {
    fc.assert(
      fc.property(fleet, (records) => {
        const { groups } = matchRecords(records, [])
        const byId = new Map(records.map((record) => [record.id, record]))
        const serialOf = (id: number) => ownSerial(byId.get(id), records)

        for (const [one, other] of groups.flatMap(pairsOf)) {
          const [a, b] = [serialOf(one), serialOf(other)]
          if (a !== null && b !== null) expect(a).toBe(b)
        }
      }),
      RUNS,
    )
  })

  it('never groups two records of one source but by their serial, unless a person said so', () => {
    fc.assert(
      fc.property(fleet, (records) => {
        const { groups } = matchRecords(records, [])
        const byId = new Map(records.map((record) => [record.id, record]))

        for (const [one, other] of groups.flatMap(pairsOf)) {
          if (byId.get(one)?.source !== byId.get(other)?.source) continue
          expect(ownSerial(byId.get(one), records)).not.toBeNull()
          expect(ownSerial(byId.get(one), records)).toBe(ownSerial(byId.get(other), records))
        }
      }),
      RUNS,
    )
  })

  it('puts a record that must be linked in its partner’s group, or says why it cannot', () => {
    fc.assert(
      fc.property(decided, ({ records, decisions }) => {
        const result = matchRecords(records, decisions)
        const setAside = result.clashes.map(({ mustLink }) => mustLink.join())

        for (const { kind, records: pair } of decisions) {
          if (kind === 'cannot-link' || setAside.includes(pair.toSorted((a, b) => a - b).join()))
            continue
          expect(groupOf(result, pair[0])).toContain(pair[1])
        }
      }),
      RUNS,
    )
  })

  it('sets a decision aside only for one to keep apart', () => {
    fc.assert(
      fc.property(decided, ({ records, decisions }) => {
        const result = matchRecords(records, decisions)
        const apart = decisions
          .filter(({ kind }) => kind === 'cannot-link')
          .map(({ records: pair }) => pair.toSorted((a, b) => a - b))

        for (const { cannotLink } of result.clashes) expect(apart).toContainEqual([...cannotLink])
      }),
      RUNS,
    )
  })

  it('changes nothing else when a record is added that shares nothing', () => {
    fc.assert(
      fc.property(decided, fc.nat(200), ({ records, decisions }, between) => {
        const id = between * 10 + 5
        const stranger: MatchRecord = {
          ...{ id, source: 'ocs', site: 'alder', serial: 'ELSE', inventoryNumber: '999-9' },
          ...{ uuid: '4c4c4544-0042-3510-8052-b3c04f4b4fff', macs: [], hostname: 'elsewhere' },
        }

        const before = matchRecords(records, decisions)
        const after = matchRecords([...records, stranger], decisions)

        expect(after.groups.filter((group) => !group.includes(id))).toEqual(before.groups)
        expect({ ...after, groups: [] }).toEqual({ ...before, groups: [] })
      }),
      RUNS,
    )
  })

  it('gives each record of a group one link, and the links of a group hold it together', () => {
    fc.assert(
      fc.property(decided, ({ records, decisions }) => {
        const { groups, links } = matchRecords(records, decisions)
        const together = groups.filter((group) => group.length > 1)

        expect(links.map(({ recordId }) => recordId)).toEqual(together.flat().sort((a, b) => a - b))
        const byId = new Map(links.map((link) => [link.recordId, link.throughId]))
        for (const group of together) {
          for (const start of group) {
            let at = start
            for (let step = 0; step < group.length && at !== group[0]; step += 1) {
              at = byId.get(at) ?? at
            }
            expect(at).toBe(group[0])
          }
        }
      }),
      RUNS,
    )
  })

  it.each([
    ['serial', { serial: null }],
    ['inventory-number', { inventoryNumber: null }],
    ['uuid', { uuid: null }],
    ['mac', { macs: [] }],
  ] as const)('takes the rule %s that is off as if nobody had such a key', (rule, without) => {
    fc.assert(
      fc.property(decided, ({ records, decisions }) => {
        const options = { ...DEFAULT_MATCH_OPTIONS, off: [rule] }
        const blanked = records.map((each) => ({ ...each, ...without }))

        expect(matchRecords(records, decisions, options)).toEqual(matchRecords(blanked, decisions))
      }),
      RUNS,
    )
  })

  it('never names a candidate that is of the same group as one that lost', () => {
    fc.assert(
      fc.property(decided, ({ records, decisions }) => {
        const result = matchRecords(records, decisions)

        for (const { recordId, lost } of [...result.links, ...result.unlinked]) {
          if (lost) expect(groupOf(result, recordId)).not.toContain(lost.recordId)
        }
        for (const { candidates } of result.ambiguous) {
          expect(candidates.length).toBeGreaterThan(1)
          for (const candidate of candidates) expect(result.groups).toContainEqual(candidate)
        }
      }),
      RUNS,
    )
  })
})

/** The serial of a record, or null where it is junk or a template's. */
function ownSerial(record: MatchRecord | undefined, all: readonly MatchRecord[]): string | null {
  const serial = usableSerial(record?.serial ?? null)
  const bearers = all.filter((each) => usableSerial(each.serial) === serial)
  const isTemplates = SOURCES.some(
    (source) =>
      bearers.filter((each) => each.source === source).length > DEFAULT_MATCH_OPTIONS.sharedBy,
  )
  return isTemplates ? null : serial
}
