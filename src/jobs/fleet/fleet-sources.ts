import type { JobSettings } from '../context.ts'
import { machineSources } from './machine-sources.ts'

/** The configured sources whose history is kept, in the order in which they are collected. */
export function fleetSources(settings: Pick<JobSettings, 'ocs' | 'fleet'>): string[] {
  return [...machineSources(settings), ...(settings.ocs ? ['finance-register', 'locations'] : [])]
}
