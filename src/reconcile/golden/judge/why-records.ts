import type { Link } from '../../../inventory/match/link.ts'
import type { LostCandidate } from '../../../inventory/match/lost-candidate.ts'
import type { WhyRecord } from '../miss.ts'
import type { RehearsedCase } from '../rehearsed-case.ts'

/** Why records are of the machines they are of, in the order in which the case gives them. */
export function whyRecords(
  refs: ReadonlySet<string>,
  { fleet, refs: named }: RehearsedCase,
): WhyRecord[] {
  const { links, unlinked } = fleet.matched
  const linkOf = new Map(links.map((link) => [link.recordId, link]))
  const lostOf = new Map([...links, ...unlinked].map(({ recordId, lost }) => [recordId, lost]))
  const nameOf = (id: number) => named.get(id) ?? `${id}`
  return [...named]
    .filter(([, ref]) => refs.has(ref))
    .map(([id, ref]) => ({
      ref,
      linked: linkedBy(linkOf.get(id), nameOf),
      lost: lostTo(lostOf.get(id) ?? null, nameOf),
    }))
}

function linkedBy(link: Link | undefined, nameOf: (id: number) => string): WhyRecord['linked'] {
  if (!link) return null
  const { throughId, rule, value, otherValue } = link
  return { through: nameOf(throughId), rule, value, otherValue }
}

function lostTo(lost: LostCandidate | null, nameOf: (id: number) => string): WhyRecord['lost'] {
  if (lost === null) return null
  const { recordId, rule, reason } = lost
  const by = reason.kind === 'contradicted' ? reason.by : null
  return { ref: nameOf(recordId), rule, reason: reason.kind, by }
}
