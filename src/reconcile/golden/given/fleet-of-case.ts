import type { HeardRecord } from '../../../inventory/kept-day/kept-record.ts'
import type { SourceStanding } from '../../../inventory/machine/queries.ts'
import type { LinkDecision } from '../../../inventory/match/match-record.ts'
import type { RuledOrganisation } from '../../../inventory/site/placements-by-rules.ts'
import type { DeviceRecord } from '../../../lib/device-record.ts'
import { ocsDeviceRow } from '../../../sources/ocs/device-row.ts'
import type { GivenFleet } from '../../rehearse/rehearse-fleet.ts'
import type { Decision, GoldenCase } from '../schema.ts'
import { contactAt, heardOn } from './contact.ts'
import type { GivenRecord } from './given-schema.ts'
import { ocsRow } from './ocs-row.ts'

/** Where contacts are said relative to the day, any day does. */
const ANY_DAY = '2026-01-15'

/** Names of sources in a case that are not those of machines. */
export const BOOKS_GIVEN = ['finance', 'locations']

/** The day a case plays on, and when its sources are heard. */
export function dayOf({ today }: Pick<GoldenCase, 'today'>): { day: string; heard: Date } {
  const day = today ?? ANY_DAY
  return { day, heard: heardOn(day) }
}

/** The fleet that a case gives, as if its sources had been collected that day for the first time. */
export function fleetOfCase(golden: GoldenCase): GivenFleet {
  const { day, heard } = dayOf(golden)
  const records = recordsOf(golden)
  const idOf = new Map(records.map((each) => [refOf(each), each.id]))
  const sources = machineSources(golden)
  return {
    ...{ day, records, sources },
    places: placesOf(records, golden.decisions),
    decisions: golden.decisions.flatMap((decision) => linkDecision(decision, idOf)),
    devices: new Map(),
    standings: sources.map(
      (source): SourceStanding => ({
        ...{ source, day, heardAt: heard },
        state: golden.collected[source] ?? 'complete',
      }),
    ),
  }
}

/** How a record is named in a case. @example 'ninjaone:501' */
export function refOf({ source, nativeKey }: Pick<HeardRecord, 'source' | 'nativeKey'>): string {
  return `${source}:${nativeKey}`
}

function machineSources({ given }: GoldenCase): string[] {
  return Object.keys(given).filter((source) => !BOOKS_GIVEN.includes(source))
}

/** In the order given, numbered from 1. */
function recordsOf(golden: GoldenCase): HeardRecord[] {
  const { day, heard } = dayOf(golden)
  const { ocs = [], finance: _assets, locations: _rooms, ...listed } = golden.given
  const all = [
    ...Object.entries(listed).flatMap(([source, records]) =>
      records.map((record) => ({ source, ...saidBy(record, heard) })),
    ),
    ...ocs.map((row) => ({ source: 'ocs', ...saidByOcs(ocsRow(row, heard)) })),
  ]
  return all.map((record, at) => ({ ...record, id: at + 1, since: day }))
}

type Said = Omit<HeardRecord, 'id' | 'source' | 'since'>

function saidBy({ id, lastContact, ...said }: GivenRecord, heard: Date): Said {
  const at = lastContact === null ? null : contactAt(lastContact, heard)
  return { ...said, nativeKey: id, lastContact: at }
}

/** As the source itself reads the row; what it would refuse a case cannot say. */
function saidByOcs(row: ReturnType<typeof ocsRow>): Said {
  const { extra: _kept, pulse, ...said }: DeviceRecord = ocsDeviceRow('UTC').parse(row)
  return { ...said, lastContact: pulse.lastContact }
}

function placesOf(
  records: readonly HeardRecord[],
  decisions: readonly Decision[],
): GivenFleet['places'] {
  const named = decisions.flatMap((decision) =>
    'place' in decision && decision.at !== null ? [decision.at] : [],
  )
  const sites = [...new Set(named)].map((name, at) => ({ id: at + 1, name }))
  const idOf = new Map(sites.map(({ id, name }) => [name, id]))
  const said = new Map(
    decisions.flatMap((each) => ('place' in each ? [[each.place, each.at] as const] : [])),
  )
  const organisations = new Map<string, RuledOrganisation>()
  for (const { source, organisation } of records) {
    if (organisation === null) continue
    const site = said.get(`${source}:${organisation.key}`)
    const word =
      site === undefined
        ? ({ rule: 'unmapped', siteId: null } as const)
        : site === null
          ? ({ rule: 'ignored', siteId: null } as const)
          : ({ rule: 'confirmed', siteId: idOf.get(site) ?? null } as const)
    organisations.set(`${source}:${organisation.key}`, { source, ...organisation, ...word })
  }
  return { sites, organisations: [...organisations.values()] }
}

function linkDecision(decision: Decision, idOf: ReadonlyMap<string, number>): LinkDecision[] {
  if ('place' in decision) return []
  const [one, other] = 'link' in decision ? decision.link : decision.unlink
  const [a, b] = [idOf.get(one), idOf.get(other)]
  const kind = 'link' in decision ? 'must-link' : 'cannot-link'
  return a === undefined || b === undefined ? [] : [{ kind, records: [a, b] }]
}
