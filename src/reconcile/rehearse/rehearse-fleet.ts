import type { Classification } from '../../inventory/classify/classification.ts'
import { classify } from '../../inventory/classify/classify.ts'
import { countRecords } from '../../inventory/count/count-records.ts'
import type { CountedDay } from '../../inventory/count/store.ts'
import type { HeardRecord } from '../../inventory/kept-day/kept-record.ts'
import type { Machine, MachineRecord } from '../../inventory/machine/machine.ts'
import type { SourceStanding } from '../../inventory/machine/queries.ts'
import { assignDevices } from '../../inventory/match/assign-devices.ts'
import { onlyLatest } from '../../inventory/match/known-devices.ts'
import type { LostCandidate } from '../../inventory/match/lost-candidate.ts'
import type { LinkDecision, MatchRecord } from '../../inventory/match/match-record.ts'
import { type MatchResult, matchRecords } from '../../inventory/match/match-records.ts'
import {
  type Places,
  placementsByRules,
  type RuledOrganisation,
  withPlacements,
} from '../../inventory/site/placements-by-rules.ts'
import type { Day } from '../../lib/day.ts'
import type { FindingDraft } from '../checks/finding-draft.ts'
import type { FleetCheckCode } from '../checks/fleet-checks.ts'
import { sourcesInPlay } from '../checks/fleet-roles.ts'
import type { PlannedLook } from '../checks/plan-looks.ts'
import { readyChecks } from '../checks/ready-checks.ts'
import type { Rules } from './rules.ts'

/** What is known of a fleet on a day before any rule looked at it. */
export interface GivenFleet {
  readonly day: Day
  readonly records: readonly HeardRecord[]
  readonly places: Places<RuledOrganisation>
  /** What people said of two records. */
  readonly decisions: readonly LinkDecision[]
  /** The device that a record was known for; others get numbers below 0, by their first record. */
  readonly devices: ReadonlyMap<number, number>
  readonly standings: readonly SourceStanding[]
  /** The sources that list machines, as configured. */
  readonly sources: readonly string[]
}

/** A record and what the rules make of it. */
export interface RuledRecord {
  readonly said: HeardRecord
  readonly made: Classification
  /** Null where its organisation is at no site. */
  readonly site: { readonly id: number; readonly name: string } | null
  readonly deviceId: number
}

/** What rules make of a fleet. */
export interface RehearsedFleet {
  /** By id. */
  readonly records: ReadonlyMap<number, RuledRecord>
  /** The records of each device, by id. */
  readonly machines: ReadonlyMap<number, readonly number[]>
  readonly matched: MatchResult
  readonly findings: readonly FindingDraft<FleetCheckCode>[]
  readonly looks: readonly PlannedLook<FleetCheckCode>[]
  readonly counted: CountedDay
}

/** Classifies, places, matches, checks and counts a fleet by some rules; keeps nothing. */
export function rehearseFleet(given: GivenFleet, rules: Rules): RehearsedFleet {
  const siteOf = siteFinder(given.places, rules.fleet.sitesFrom)
  const placed = given.records.map((said) => ({ said, site: siteOf(said) }))
  const matched = matchRecords(
    placed.map(({ said, site }) => matchable(said, site?.id ?? null)),
    given.decisions,
    rules.fleet.matching,
  )
  const machines = devicesOf(matched, given.devices)
  const deviceOf = new Map([...machines].flatMap(([id, all]) => all.map((each) => [each, id])))
  const records = new Map(
    placed.map(({ said, site }): [number, RuledRecord] => {
      const made = classify(said, rules.fleet.policy)
      return [said.id, { said, site, made, deviceId: deviceOf.get(said.id) ?? 0 }]
    }),
  )
  const known = { records, machines, matched }
  return { ...known, ...checked(given, rules, known), counted: counted(given.day, records) }
}

/** Finds the site of a record once the rules have placed every organisation. */
function siteFinder(
  places: GivenFleet['places'],
  sitesFrom: readonly string[],
): (record: HeardRecord) => RuledRecord['site'] {
  const { sites, organisations } = withPlacements(places, placementsByRules(places, sitesFrom))
  const siteById = new Map(sites.map((site) => [site.id, site]))
  const siteByOrganisation = new Map(
    organisations.map(({ source, key, siteId }) => [
      `${source} ${key}`,
      siteId === null ? null : (siteById.get(siteId) ?? null),
    ]),
  )
  return ({ source, organisation }) =>
    organisation && (siteByOrganisation.get(`${source} ${organisation.key}`) ?? null)
}

/** No more of a record than matching looks at: there may be millions. */
function matchable(said: HeardRecord, site: number | null): MatchRecord {
  const { id, source, serial, inventoryNumber, uuid, macs, hostname } = said
  return { id, source, site, serial, inventoryNumber, uuid, macs, hostname }
}

function devicesOf(
  { groups }: MatchResult,
  devices: GivenFleet['devices'],
): ReadonlyMap<number, readonly number[]> {
  const assigned = assignDevices(groups, onlyLatest(devices)).groups
  return new Map(
    assigned.map(({ deviceId, recordIds }) => [deviceId ?? -(recordIds[0] ?? 0), recordIds]),
  )
}

type Known = Pick<RehearsedFleet, 'records' | 'machines' | 'matched'>

function checked(
  { standings, sources: machines }: GivenFleet,
  { checks: wanted }: Rules,
  known: Known,
): Pick<RehearsedFleet, 'findings' | 'looks'> {
  const { looks, checker } = readyChecks(sourcesInPlay(machines, wanted.sources), standings, wanted)
  const check = checker(looks)
  const findings: FindingDraft<FleetCheckCode>[] = []
  for (const machine of machinesOf(known)) findings.push(...check(machine))
  return { findings, looks }
}

function* machinesOf({ records, machines, matched }: Known): Generator<Machine> {
  const lost = new Map<number, LostCandidate | null>([
    ...matched.links.map((link) => [link.recordId, link.lost] as const),
    ...matched.unlinked.map((alone) => [alone.recordId, alone.lost] as const),
  ])
  for (const [deviceId, ids] of machines) {
    const all = ids.flatMap((id): MachineRecord[] => {
      const record = records.get(id)
      return record ? [machineRecord(record, lost.get(id) ?? null)] : []
    })
    yield { deviceId, records: all.sort(bySource) }
  }
}

function machineRecord(
  { said, made, site }: RuledRecord,
  lost: LostCandidate | null,
): MachineRecord {
  const { id, location, ...rest } = said
  const { class: kind, isSpare, isBillable } = made
  const judged = { class: kind, isSpare, isBillable }
  return { ...rest, ...judged, recordId: id, location: location?.name ?? null, site, lost }
}

function bySource(one: MachineRecord, other: MachineRecord): number {
  if (one.source !== other.source) return one.source < other.source ? -1 : 1
  return one.recordId - other.recordId
}

function counted(day: Day, records: RehearsedFleet['records']): CountedDay {
  return countRecords(
    day,
    records.values().map(({ said, site, made, deviceId }) => ({
      ...{ source: said.source, site: site?.name ?? null, deviceId },
      ...{ class: made.class, isSpare: made.isSpare, isBillable: made.isBillable },
    })),
  )
}
