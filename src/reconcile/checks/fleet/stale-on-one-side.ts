import type { MachineRecord } from '../../../inventory/machine/machine.ts'
import { defineFleetCheck, type FleetLook } from '../check.ts'
import { policyFor } from '../check-policy.ts'
import { comparedPair } from './compared-pair.ts'
import { pairScopes } from './fleet-scopes.ts'
import { machineDisagreement } from './machine-disagreement.ts'
import { latestOf } from './recency.ts'

const DAY_MS = 86_400_000

/**
 * A machine that one source has not heard of for so many days, while another has. Days are counted
 * to when each source was last heard as a whole; where a contact is not known nothing is said.
 */
export const staleOnOneSide = defineFleetCheck({
  code: 'stale-on-one-side',
  severity: 'medium',
  scopes: pairScopes,
  find(machine, look) {
    const pair = comparedPair(machine, look.scope)
    if (pair === null) return null
    const [one, other] = pair.map((record) => silenceMs(record, look))
    if (one == null || other == null) return null
    // the place at remote management decides for the machine, where that lists it
    const placed = latestOf(machine, look.sources.rmm) ?? pair[0]
    const staleDays = policyFor(look.policy, 'staleDays', placed)
    const limit = staleDays * DAY_MS
    if (one >= limit === other >= limit) return null
    const [silentAt, aliveAt] = one >= limit ? look.scope : look.scope.toReversed()
    const silentDays = Math.floor(Math.max(one, other) / DAY_MS)
    const adds = { silentAt, aliveAt, silentDays, staleDays }
    return machineDisagreement(machine, look, { records: pair, adds })
  },
})

/** How long a machine has been silent at a source, in milliseconds; null where that is not known. */
function silenceMs({ source, lastContact }: MachineRecord, { heardAt }: FleetLook): number | null {
  const heard = heardAt.get(source)
  return heard && lastContact ? heard.getTime() - lastContact.getTime() : null
}
