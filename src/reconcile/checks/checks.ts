import { FLEET_CHECKS } from './fleet-checks.ts'
import { TAG_CHECKS } from './tag-checks.ts'

/** Every check: over machines, and over OCS and the workbooks. */
export const CHECKS = [...FLEET_CHECKS, ...TAG_CHECKS] as const

export type CheckCode = (typeof CHECKS)[number]['code']
