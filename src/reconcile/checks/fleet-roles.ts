import type { FleetSources } from './check.ts'

/** What two kinds of source are for, by the sources that are of them. */
export type FleetRoles = Pick<FleetSources, 'rmm' | 'edr'>

export const DEFAULT_ROLES: FleetRoles = { rmm: ['ninjaone'], edr: ['threatlocker'] }

/** What plays a part among the sources that are configured; of those named for it, the ones that are. */
export function sourcesInPlay(machines: readonly string[], { rmm, edr }: FleetRoles): FleetSources {
  const isThere = (source: string) => machines.includes(source)
  return { machines, rmm: rmm.filter(isThere), edr: edr.filter(isThere) }
}
