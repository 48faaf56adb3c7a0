import type { JobSettings } from '../jobs/context.ts'

/** The configured sources whose history is kept, in the order in which they are collected. */
export function fleetSources({ ocs, fleet }: Pick<JobSettings, 'ocs' | 'fleet'>): string[] {
  return [
    ...(fleet.ninjaone ? ['ninjaone'] : []),
    ...(fleet.threatlocker ? ['threatlocker'] : []),
    ...Object.keys(fleet.deviceFiles),
    ...(ocs ? ['ocs', 'finance-register', 'locations'] : []),
  ]
}
