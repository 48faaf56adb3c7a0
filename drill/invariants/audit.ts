import { auditStore } from '../../src/access/audit/store.ts'
import type { Invariant } from './invariant.ts'

export const audit: Invariant = {
  name: 'audit',
  states: 'the chain of the audit trail is unbroken from its first entry to its head',
  holds: 'always',
  breaches: async ({ database }) => {
    const { broken } = await auditStore(database).verify()
    return broken === null ? [] : [`entry ${broken.n} of the audit trail: ${broken.problem}`]
  },
}
