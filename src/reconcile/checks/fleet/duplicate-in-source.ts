import { defineFleetCheck } from '../check.ts'
import { singleScopes } from './fleet-scopes.ts'
import { machineDisagreement } from './machine-disagreement.ts'
import { refOf } from './machine-evidence.ts'
import { recordsOf } from './recency.ts'

/** One machine several times in one source: the most recent record is to be kept, the others removed. */
export const duplicateInSource = defineFleetCheck({
  code: 'duplicate-in-source',
  severity: 'medium',
  scopes: singleScopes,
  find(machine, look) {
    if (machine.records.length < 2) return null
    const records = recordsOf(machine, look.scope)
    const [kept, ...others] = records
    if (!kept || others.length === 0) return null
    const adds = { keep: refOf(kept), remove: others.map(refOf) }
    return machineDisagreement(machine, look, { records, adds })
  },
})
