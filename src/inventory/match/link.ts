import { type RuledKeys, sharedKey } from './evidence.ts'
import { bearersOfKey, entry, type KeyTable, keyTable, NO_KEY } from './key-table.ts'
import type { LostCandidate } from './lost-candidate.ts'
import type { Join, Matching } from './matching.ts'
import type { RuleName } from './rule-name.ts'

/** Why a record is held to speak of the same machine as another. */
export interface Link {
  readonly recordId: number
  /** The record it was linked through. */
  readonly throughId: number
  readonly rule: RuleName | 'must-link'
  /** What was compared, as each record has it; null where a person decided. */
  readonly value: string | null
  readonly otherValue: string | null
  /** The best candidate that is not of the same device. */
  readonly lost: LostCandidate | null
}

/**
 * One link for each record that is not alone, by place. The joins of a group are a tree: seen from
 * its first record, each other is linked through the one before it; the first by its own first join.
 */
export function linksOf(matching: Matching, lost: readonly (LostCandidate | undefined)[]): Link[] {
  const links: Link[] = []
  throughJoins(matching).forEach((number, place) => {
    const join = matching.joins[number]
    if (join) links.push(linkOf(matching, place, { join, lost: lost[place] ?? null }))
  })
  return links
}

function linkOf(
  matching: Matching,
  place: number,
  { join, lost }: { join: Join; lost: LostCandidate | null },
): Link {
  const { records } = matching.evidence
  const other = otherOf(join, place)
  const recordId = records[place]?.id ?? place
  const throughId = records[other]?.id ?? other
  const { by } = join
  if (!by) return { recordId, throughId, rule: 'must-link', value: null, otherValue: null, lost }
  const value = valueCompared(matching, by, [place, other])
  const otherValue = valueCompared(matching, by, [other, place])
  return { recordId, throughId, rule: by.rule.name, value, otherValue, lost }
}

/** What of a record was equal to what of another, as the record has it. */
function valueCompared(
  { evidence }: Matching,
  by: RuledKeys,
  [place, other]: readonly [number, number],
): string | null {
  const record = evidence.records[place]
  if (!record) return null
  if (by.rule.shown) return by.rule.shown(record)
  const key = sharedKey(by, place, other)
  const at = entry(by.table.starts, place)
  const offset = by.table.keys.subarray(at, entry(by.table.starts, place + 1)).indexOf(key)
  const usable = evidence.usable[place]
  return (usable && by.rule.keys(usable)[offset]) ?? null
}

/** Who bears which key, with places for keys and joins for records: the joins of each place, as made. */
function joinsByPlace({ joins, evidence }: Matching): KeyTable {
  return keyTable({
    keyCount: evidence.records.length,
    starts: Int32Array.from({ length: joins.length + 1 }, (_, at) => at * 2),
    keys: placesOf(joins),
  })
}

function placesOf(joins: readonly Join[]): Int32Array {
  const places = new Int32Array(joins.length * 2)
  joins.forEach(({ one, other }, at) => {
    places[at * 2] = one
    places[at * 2 + 1] = other
  })
  return places
}

/** For each place the join that leads towards its group's first; `NO_KEY` for one that is alone. */
function throughJoins(matching: Matching): Int32Array {
  const { joins, groups, evidence } = matching
  const byPlace = joinsByPlace(matching)
  const through = new Int32Array(evidence.records.length).fill(NO_KEY)
  for (let first = 0; first < through.length; first += 1) {
    if (groups.of(first) !== first || groups.size(first) === 1) continue
    through[first] = entry(bearersOfKey(byPlace, first), 0)
    const reached = [first]
    for (let place = reached.pop(); place !== undefined; place = reached.pop()) {
      for (const number of bearersOfKey(byPlace, place)) {
        const neighbour = otherOf(joins[number], place)
        if (neighbour === first || through[neighbour] !== NO_KEY) continue
        through[neighbour] = number
        reached.push(neighbour)
      }
    }
  }
  return through
}

function otherOf(join: Join | undefined, place: number): number {
  if (!join) return place
  return join.one === place ? join.other : join.one
}
