import { defineFleetCheck } from '../check.ts'
import { comparedPair, differing } from './compared-pair.ts'
import { pairScopes } from './fleet-scopes.ts'

/** A machine that two sources put at different sites; one that is at no site yet differs from none. */
export const organisationMismatch = defineFleetCheck({
  code: 'organisation-mismatch',
  severity: 'high',
  scopes: pairScopes,
  find(machine, look) {
    const pair = comparedPair(machine, look.scope)
    if (pair === null) return null
    const [one, other] = pair
    if (one.site === null || other.site === null || one.site.id === other.site.id) return null
    return differing([machine, look], pair, {
      sites: ({ site }) => site?.name ?? null,
      organisations: ({ organisation }) => organisation?.name ?? organisation?.key ?? null,
    })
  },
})
