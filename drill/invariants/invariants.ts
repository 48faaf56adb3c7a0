import { audit } from './audit.ts'
import { findings } from './findings.ts'
import { ingest } from './ingest.ts'
import { intervals } from './intervals.ts'
import type { Invariant, Kept } from './invariant.ts'
import { links } from './links.ts'
import { ocsRows } from './ocs-rows.ts'
import { queue } from './queue.ts'
import { recount } from './recount.ts'
import { runs } from './runs.ts'

export const INVARIANTS: readonly Invariant[] = [
  ...[ocsRows, recount, intervals, links, findings, audit, ingest, runs, queue],
]

/** What contradicts the invariants; before everything broken off was run again, those that always hold. */
export async function breachesOf(kept: Kept, when: Invariant['holds']): Promise<string[]> {
  const asked = INVARIANTS.filter(({ holds }) => when === 'settled' || holds === 'always')
  const found: string[] = []
  for (const { name, breaches } of asked) {
    found.push(...(await breaches(kept)).map((breach) => `${name}: ${breach}`))
  }
  return found
}
