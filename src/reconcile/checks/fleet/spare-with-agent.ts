import { isOneOf } from '../../../lib/word-list.ts'
import { defineFleetCheck } from '../check.ts'
import { policyFor } from '../check-policy.ts'
import { rolesScope } from './fleet-scopes.ts'
import { machineDisagreement } from './machine-disagreement.ts'
import { refOf } from './machine-evidence.ts'
import { latestOf, recordsOf } from './recency.ts'

/** A spare of remote management that still has the agent of endpoint protection, outside stock locations. */
export const spareWithAgent = defineFleetCheck({
  code: 'spare-with-agent',
  severity: 'medium',
  scopes: rolesScope,
  find(machine, look) {
    const { rmm, edr } = look.sources
    const spare = latestOf(machine, rmm)
    if (spare === null || !spare.isSpare) return null
    const agents = recordsOf(machine, edr)
    if (agents.length === 0) return null
    const { location } = spare
    if (isOneOf(policyFor(look.policy, 'stockLocations', spare), location ?? '')) return null
    const adds = { spare: refOf(spare), location, agents: agents.map(refOf) }
    return machineDisagreement(machine, look, { records: [spare, ...agents], adds })
  },
})
