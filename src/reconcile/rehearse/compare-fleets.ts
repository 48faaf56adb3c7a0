import type { Link } from '../../inventory/match/link.ts'
import type { LostCandidate } from '../../inventory/match/lost-candidate.ts'
import type { RehearsedFleet, RuledRecord } from './rehearse-fleet.ts'

/** What other rules make otherwise of one fleet, but for its findings and counts. */
export interface FleetDifference {
  readonly links: { readonly gained: readonly LinkShift[]; readonly lost: readonly LinkShift[] }
  readonly reclassified: readonly Reclassified[]
  /** Questions that only a person can decide. */
  readonly questions: { readonly before: number; readonly after: number }
  readonly machines: { readonly before: number; readonly after: number }
}

/** Two records that are one machine by one set of rules and not by the other. */
export interface LinkShift {
  readonly one: RuledRecord
  readonly other: RuledRecord
  /** By which they are one machine. */
  readonly rule: Link['rule']
  readonly value: string | null
  readonly otherValue: string | null
  /** What the rules by which they are not say of the one as the other's best candidate, where it is. */
  readonly against: LostCandidate | null
}

/** A record of which a rule says something else. */
export interface Reclassified {
  readonly record: RuledRecord
  readonly what: 'class' | 'spare' | 'billable' | 'site'
  readonly from: string | boolean | null
  readonly to: string | boolean | null
  /** The rules that said so before, and that say so now; null where no rule is named. */
  readonly ruleBefore: string | null
  readonly ruleAfter: string | null
}

/** Compares what two sets of rules make of the same records. */
export function compareFleets(before: RehearsedFleet, after: RehearsedFleet): FleetDifference {
  return {
    links: { gained: linksOnlyIn(after, before), lost: linksOnlyIn(before, after) },
    reclassified: reclassified(before, after),
    questions: {
      before: before.matched.ambiguous.length,
      after: after.matched.ambiguous.length,
    },
    machines: { before: before.machines.size, after: after.machines.size },
  }
}

/** The links of one rehearsal whose two records the other one holds for two machines, each once. */
function linksOnlyIn(here: RehearsedFleet, there: RehearsedFleet): LinkShift[] {
  const machineThere = machineOfRecord(there)
  const apart = here.matched.links.filter(
    ({ recordId, throughId }) => machineThere.get(recordId) !== machineThere.get(throughId),
  )
  const told = new Set<string>()
  const lostThere = bestLost(there)
  return apart.flatMap(({ recordId, throughId, rule, value, otherValue }): LinkShift[] => {
    const pair = [recordId, throughId].toSorted((a, b) => a - b).join()
    const [one, other] = [here.records.get(recordId), here.records.get(throughId)]
    if (told.has(pair) || !one || !other) return []
    told.add(pair)
    const losses = [lostThere.get(recordId), lostThere.get(throughId)]
    const against = losses.find((lost) => lost && [recordId, throughId].includes(lost.recordId))
    return [{ one, other, rule, value, otherValue, against: against ?? null }]
  })
}

function machineOfRecord({ matched }: RehearsedFleet): ReadonlyMap<number, number> {
  return new Map(matched.groups.flatMap((group, at) => group.map((id) => [id, at] as const)))
}

function bestLost({ matched }: RehearsedFleet): ReadonlyMap<number, LostCandidate | null> {
  return new Map([...matched.links, ...matched.unlinked].map((each) => [each.recordId, each.lost]))
}

function reclassified(before: RehearsedFleet, after: RehearsedFleet): Reclassified[] {
  return [...before.records].flatMap(([id, was]) => {
    const is = after.records.get(id)
    return is ? changesOf(was, is) : []
  })
}

function changesOf(was: RuledRecord, is: RuledRecord): Reclassified[] {
  const [a, b] = [was.made, is.made]
  const shifts: Omit<Reclassified, 'record'>[] = [
    { what: 'class', from: a.class, to: b.class, ruleBefore: a.classRule, ruleAfter: b.classRule },
    {
      ...{ what: 'spare', from: a.isSpare, to: b.isSpare },
      ...{ ruleBefore: a.spareRule, ruleAfter: b.spareRule },
    },
    {
      ...{ what: 'billable', from: a.isBillable, to: b.isBillable },
      ...{ ruleBefore: a.billableRule, ruleAfter: b.billableRule },
    },
    {
      ...{ what: 'site', from: was.site?.name ?? null, to: is.site?.name ?? null },
      ...{ ruleBefore: null, ruleAfter: null },
    },
  ]
  return shifts.filter(({ from, to }) => from !== to).map((shift) => ({ record: is, ...shift }))
}
