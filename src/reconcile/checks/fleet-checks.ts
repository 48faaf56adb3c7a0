import { classMismatch } from './fleet/class-mismatch.ts'
import { displayNameMismatch } from './fleet/display-name-mismatch.ts'
import { duplicateInSource } from './fleet/duplicate-in-source.ts'
import { missingInEdr } from './fleet/missing-in-edr.ts'
import { missingInRmm } from './fleet/missing-in-rmm.ts'
import { organisationMismatch } from './fleet/organisation-mismatch.ts'
import { spareWithAgent } from './fleet/spare-with-agent.ts'
import { staleOnOneSide } from './fleet/stale-on-one-side.ts'

/** The checks over machines. */
export const FLEET_CHECKS = [
  missingInRmm,
  missingInEdr,
  duplicateInSource,
  spareWithAgent,
  displayNameMismatch,
  organisationMismatch,
  staleOnOneSide,
  classMismatch,
] as const

export type FleetCheckCode = (typeof FLEET_CHECKS)[number]['code']
