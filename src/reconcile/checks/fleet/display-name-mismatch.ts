import { cutHostname, shortHostname } from '../../../inventory/identity/host-name.ts'
import { trimSpace } from '../../../lib/text.ts'
import { defineFleetCheck } from '../check.ts'
import { differing } from './compared-pair.ts'
import { rolesScope } from './fleet-scopes.ts'
import { latestOf } from './recency.ts'

/**
 * A machine that people named differently at remote management and at endpoint protection. A name
 * that is blank, or no more than the machine's host name, was given by nobody and differs from none.
 */
export const displayNameMismatch = defineFleetCheck({
  code: 'display-name-mismatch',
  severity: 'low',
  scopes: rolesScope,
  find(machine, look) {
    const { rmm, edr } = look.sources
    const managed = latestOf(machine, rmm)
    const guarded = managed && latestOf(machine, edr)
    if (!managed || !guarded) return null
    const [one, other] = [asName(managed.displayName), asName(guarded.displayName)]
    if (one === '' || other === '' || one === other) return null
    const hosts = [managed, guarded].map(({ hostname }) => shortHostname(hostname))
    if (isHost(one, hosts) || isHost(other, hosts)) return null
    const displayNames = { displayNames: ({ displayName }: typeof managed) => displayName }
    return differing([machine, look], [managed, guarded], displayNames)
  },
})

function asName(displayName: string | null): string {
  return trimSpace(displayName ?? '').toLowerCase()
}

/** Whether a name is one of the machine's host names, also where one of the two was cut. */
function isHost(displayName: string, hosts: readonly (string | null)[]): boolean {
  const name = shortHostname(displayName)
  if (name === null) return false
  return hosts.some((host) => host !== null && (host === name || isCut(host, name)))
}

function isCut(one: string, other: string): boolean {
  return cutHostname(one) === other || cutHostname(other) === one
}
