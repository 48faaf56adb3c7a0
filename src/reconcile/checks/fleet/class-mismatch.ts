import { defineFleetCheck } from '../check.ts'
import { comparedPair, differing } from './compared-pair.ts'
import { pairScopes } from './fleet-scopes.ts'

/** A machine that is a server at one source and a workstation at another. */
export const classMismatch = defineFleetCheck({
  code: 'class-mismatch',
  severity: 'medium',
  scopes: pairScopes,
  find(machine, look) {
    const pair = comparedPair(machine, look.scope)
    if (pair === null) return null
    const [one, other] = pair
    if (one.class === other.class || one.class === 'other' || other.class === 'other') return null
    return differing([machine, look], pair, {
      classes: (record) => record.class,
      nodeClasses: ({ nodeClass }) => nodeClass,
    })
  },
})
