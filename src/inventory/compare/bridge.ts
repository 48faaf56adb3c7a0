import type { Flow, Kind, KindCount } from './queries.ts'

/** What is counted. Servers, workstations and others are those that are not spare. */
export const MEASURES = ['total', 'servers', 'workstations', 'spare', 'billable'] as const
export type Measure = (typeof MEASURES)[number]

/** From the count of one day to that of another: `start` and all the terms add up to `end`. */
export interface Bridge {
  readonly start: number
  readonly added: number
  /** As a negative number, as all that leaves. */
  readonly removed: number
  readonly movedIn: number
  readonly movedOut: number
  readonly reclassifiedIn: number
  readonly reclassifiedOut: number
  readonly end: number
}

type Term = Exclude<keyof Bridge, 'start' | 'end'>

/** One step of a bridge: a machine, and the term it belongs to. */
interface Step {
  readonly term: Term
  /** Where it is felt; moves are felt at two sites, and cancel in all. */
  readonly site: string | null
}

/** The bridge of one measure: of one site (null: unmapped), or of all (undefined). */
export function bridgeOf(
  measure: Measure,
  site: string | null | undefined,
  { before, flows }: BridgeInput,
): Bridge {
  const terms: Record<Term, number> = {
    ...{ added: 0, removed: 0, movedIn: 0, movedOut: 0, reclassifiedIn: 0, reclassifiedOut: 0 },
  }
  for (const { start, end, records } of flows) {
    for (const step of stepsOf(measure, start, end)) {
      if (site === undefined ? isMove(step.term) : step.site !== site) continue
      terms[step.term] += isLeaving(step.term) ? -records : records
    }
  }
  const start = countOf(measure, site, before)
  const change = Object.values(terms).reduce((sum, term) => sum + term, 0)
  return { start, ...terms, end: start + change }
}

/** What a bridge is made of. */
export interface BridgeInput {
  /** Records by kind on the first day. */
  readonly before: readonly KindCount[]
  /** Of the records that differ between the days; those that do not change nothing. */
  readonly flows: readonly Flow[]
}

/** Records of one measure on one day, of one site or of all. */
export function countOf(
  measure: Measure,
  site: string | null | undefined,
  counts: readonly KindCount[],
): number {
  return counts
    .filter((count) => site === undefined || count.site === site)
    .filter((count) => isIn(measure, count))
    .reduce((sum, { records }) => sum + records, 0)
}

function stepsOf(measure: Measure, start: Kind | null, end: Kind | null): Step[] {
  const was = start !== null && isIn(measure, start)
  const is = end !== null && isIn(measure, end)
  if (!was && !is) return []
  if (start === null) return [{ term: 'added', site: end?.site ?? null }]
  if (end === null) return [{ term: 'removed', site: start.site }]
  if (!was) return [{ term: 'reclassifiedIn', site: end.site }]
  if (!is) return [{ term: 'reclassifiedOut', site: start.site }]
  if (start.site === end.site) return []
  return [
    { term: 'movedOut', site: start.site },
    { term: 'movedIn', site: end.site },
  ]
}

function isIn(measure: Measure, kind: Kind): boolean {
  switch (measure) {
    case 'total':
      return true
    case 'servers':
      return kind.class === 'server' && !kind.isSpare
    case 'workstations':
      return kind.class === 'workstation' && !kind.isSpare
    case 'spare':
      return kind.isSpare
    case 'billable':
      return kind.isBillable
  }
}

function isMove(term: Term): boolean {
  return term === 'movedIn' || term === 'movedOut'
}

function isLeaving(term: Term): boolean {
  return term === 'removed' || term === 'movedOut' || term === 'reclassifiedOut'
}
