import { defineFleetCheck } from '../check.ts'
import { rolesScope } from './fleet-scopes.ts'
import { lostOf } from './lost-of.ts'
import { machineDisagreement } from './machine-disagreement.ts'
import { latestOf, recordsOf } from './recency.ts'

/** A machine with the agent of endpoint protection that remote management does not list. */
export const missingInRmm = defineFleetCheck({
  code: 'missing-in-rmm',
  severity: 'high',
  scopes: rolesScope,
  find(machine, look) {
    const { rmm, edr } = look.sources
    if (latestOf(machine, rmm) !== null) return null
    const records = recordsOf(machine, edr)
    if (records.length === 0) return null
    const adds = { missingIn: rmm, lost: lostOf(records) }
    return machineDisagreement(machine, look, { records, adds })
  },
})
