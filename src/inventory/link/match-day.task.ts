import { hash } from 'node:crypto'
import type { Day } from '../../lib/day.ts'
import type { DayShift } from '../history/interval-queries.ts'
import { assignDevices } from '../match/assign-devices.ts'
import type { Link } from '../match/link.ts'
import type { LostCandidate } from '../match/lost-candidate.ts'
import type { MatchOptions } from '../match/match-record.ts'
import { matchRecords } from '../match/match-records.ts'
import type { LinkStore, NewLink } from './store.ts'

/** What matching a day's records came to. */
export interface MatchSummary {
  readonly day: Day
  readonly records: number
  readonly devices: number
  readonly pairsCompared: number
  /** Questions that only a person can decide. */
  readonly ambiguous: number
  /** Decisions of people that were set aside because others forbid them. */
  readonly clashes: number
  readonly merged: number
  /** Links that are new, others than the day before, gone and the same. */
  readonly links: DayShift
}

/** Says of every machine's record of a day which device it speaks of, keeping devices what they were. */
export async function matchDay(
  links: LinkStore,
  day: Day,
  options: MatchOptions,
): Promise<MatchSummary> {
  const rows = await links.matchable(day)
  const decisions = await links.decisions()
  const matched = matchRecords(
    rows.map(({ siteId, ...row }) => ({ ...row, site: siteId })),
    decisions.map(({ kind, one, other }) => ({ kind, records: [one, other] })),
    options,
  )
  const { groups, merged } = assignDevices(matched.groups, await links.devicesAround(day))
  const founders = groups.filter(isNew).flatMap(({ recordIds }) => recordIds.slice(0, 1))
  const added = await links.addDevices(founders, day)
  const deviceOf = new Map<number, number>()
  for (const { recordIds, deviceId } of groups) {
    const id = deviceId ?? added.get(recordIds[0] ?? 0)
    if (id === undefined) throw new Error('a device was not made')
    for (const record of recordIds) deviceOf.set(record, id)
  }
  const why = new Map<number, Link>(matched.links.map((link) => [link.recordId, link]))
  const lost = new Map(matched.unlinked.map(({ recordId, lost }) => [recordId, lost]))
  const shift = await links.keep({
    day,
    links: [...deviceOf].map(([record, device]) =>
      newLink({ record, device }, why.get(record) ?? null, lost.get(record) ?? null),
    ),
    merged: merged.map(({ deviceId, intoId }) => ({ from: deviceId, into: intoId })),
    ambiguous: matched.ambiguous,
  })
  return {
    day,
    records: rows.length,
    devices: groups.length,
    pairsCompared: matched.pairsCompared,
    ambiguous: matched.ambiguous.length,
    clashes: matched.clashes.length,
    merged: merged.length,
    links: shift,
  }
}

function isNew({ deviceId }: { readonly deviceId: number | null }): boolean {
  return deviceId === null
}

function newLink(
  whose: { readonly record: number; readonly device: number },
  link: Link | null,
  lostAlone: LostCandidate | null,
): NewLink {
  const evidence =
    link === null ? {} : { value: link.value, otherValue: link.otherValue, through: link.throughId }
  const said = {
    ...whose,
    rule: link?.rule ?? null,
    evidence,
    rejected: link === null ? lostAlone : link.lost,
  }
  return { ...said, hash: hash('sha256', JSON.stringify(said), 'buffer').subarray(0, 16) }
}
