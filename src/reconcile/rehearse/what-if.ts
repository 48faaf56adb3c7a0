import type { CountedDay } from '../../inventory/count/store.ts'
import type { KeptDay } from '../../inventory/kept-day/store.ts'
import type { Places, RuledOrganisation } from '../../inventory/site/placements-by-rules.ts'
import type { Day } from '../../lib/day.ts'
import type { FleetCheckCode } from '../checks/fleet-checks.ts'
import type { TagCheckCode } from '../checks/tag-checks.ts'
import { compareFindings, type FindingDifference } from './compare-findings.ts'
import { compareFleets, type FleetDifference } from './compare-fleets.ts'
import { compareTags, type TagDifference } from './compare-tags.ts'
import { BOOKS, givenBooks } from './kept-books.ts'
import { type GivenFleet, type RehearsedFleet, rehearseFleet } from './rehearse-fleet.ts'
import { type RehearsedTags, rehearseTags } from './rehearse-tags.ts'
import { haveSameSites, type Rules } from './rules.ts'
import type { Untold } from './untold.ts'
import { untoldOf } from './untold-of.ts'

/** What an installation goes by: its rules, and the sources it has that list machines. */
export interface Setup {
  readonly rules: Rules
  readonly sources: readonly string[]
}

/** What a day would have been by other rules. */
export interface WhatIf extends FleetDifference {
  readonly day: Day
  readonly findings: FindingDifference<FleetCheckCode | TagCheckCode>
  readonly counts: { readonly before: CountedDay; readonly after: CountedDay }
  /** Null where the books are not kept of that day. */
  readonly tags: TagDifference | null
  readonly untold: readonly Untold[]
  /** The name of a site by the number findings know it by. */
  readonly siteNames: ReadonlyMap<number, string>
}

/** Makes of a kept day what today's rules and other ones make of it, and compares the two. */
export function whatIf(kept: KeptDay, today: Setup, other: Setup): WhatIf {
  const fleet = givenFleet(kept, today, other)
  const before = rehearseFleet({ ...fleet, sources: today.sources }, today.rules)
  const after = rehearseFleet({ ...fleet, sources: other.sources }, other.rules)
  const tags = rehearsedTags(kept, today, other)
  return {
    day: kept.day,
    ...compareFleets(before, after),
    findings: compareFindings<FleetCheckCode | TagCheckCode>(
      [...before.findings, ...(tags?.before.findings ?? [])],
      [...after.findings, ...(tags?.after.findings ?? [])],
    ),
    counts: { before: before.counted, after: after.counted },
    tags: tags && compareTags(tags.before, tags.after),
    untold: untoldOf({
      ...{ kept, today: today.rules, other: other.rules, before },
      sources: [...today.sources, ...other.sources],
    }),
    siteNames: new Map([...siteNames(before), ...siteNames(after)]),
  }
}

function givenFleet(kept: KeptDay, today: Setup, other: Setup): Omit<GivenFleet, 'sources'> {
  const { day, records, decisions, standings } = kept
  return {
    ...{ day, records, standings },
    places: haveSameSites(today.rules, other.rules) ? placesAsKept(kept) : placesFromScratch(kept),
    decisions: decisions.map(({ kind, one, other }) => ({ kind, records: [one, other] })),
    devices: new Map(
      records.flatMap(({ id, deviceId }) => (deviceId === null ? [] : [[id, deviceId]])),
    ),
  }
}

function placesAsKept({ day, sites, organisations }: KeptDay): Places<RuledOrganisation> {
  return { sites, organisations: organisations.filter(({ firstDay }) => firstDay <= day) }
}

/** What people said of organisations stands; what rules made of them is to be made again. */
function placesFromScratch(kept: KeptDay): Places<RuledOrganisation> {
  const { sites, organisations } = placesAsKept(kept)
  const said = organisations.filter(({ rule }) => rule === 'confirmed')
  const known = new Set(said.map(({ siteId }) => siteId))
  return {
    sites: sites.filter(({ id }) => known.has(id)),
    organisations: organisations.map((each) =>
      each.rule === 'made' || each.rule === 'same-name'
        ? { ...each, rule: 'unmapped', siteId: null }
        : each,
    ),
  }
}

function rehearsedTags(
  { books: { rows, standings } }: KeptDay,
  today: Setup,
  other: Setup,
): { readonly before: RehearsedTags; readonly after: RehearsedTags } | null {
  const known = standings.filter(({ day }) => day !== null).map(({ source }) => source)
  if (!BOOKS.every((book) => known.includes(book))) return null
  const given = givenBooks(rows)
  return { before: rehearseTags(given, today.rules), after: rehearseTags(given, other.rules) }
}

function siteNames({ records }: RehearsedFleet): Map<number, string> {
  const sites = new Map<number, string>()
  for (const { site } of records.values()) if (site) sites.set(site.id, site.name)
  return sites
}
