import type { JobSettings } from '../context.ts'

/** The configured sources whose records are machines, in the order in which they are collected. */
export function machineSources({ ocs, fleet }: Pick<JobSettings, 'ocs' | 'fleet'>): string[] {
  return [
    ...(fleet.ninjaone ? ['ninjaone'] : []),
    ...(fleet.threatlocker ? ['threatlocker'] : []),
    ...Object.keys(fleet.deviceFiles),
    ...(ocs ? ['ocs'] : []),
  ]
}
