import { defineFleetCheck } from '../check.ts'
import { policyFor } from '../check-policy.ts'
import { rolesScope } from './fleet-scopes.ts'
import { lostOf } from './lost-of.ts'
import { machineDisagreement } from './machine-disagreement.ts'
import { latestOf, recordsOf } from './recency.ts'

/**
 * A machine of remote management that lacks the agent of endpoint protection and should have it: in
 * use, a server or a workstation, at a place where the policy wants the agent.
 */
export const missingInEdr = defineFleetCheck({
  code: 'missing-in-edr',
  severity: 'high',
  scopes: rolesScope,
  find(machine, look) {
    const { rmm, edr } = look.sources
    const latest = latestOf(machine, rmm)
    if (latest === null || latest.isSpare || latest.class === 'other') return null
    if (latestOf(machine, edr) !== null) return null
    if (!policyFor(look.policy, 'needsEdr', latest)) return null
    const records = recordsOf(machine, rmm)
    const adds = { missingIn: edr, lost: lostOf(records) }
    return machineDisagreement(machine, look, { records, adds })
  },
})
