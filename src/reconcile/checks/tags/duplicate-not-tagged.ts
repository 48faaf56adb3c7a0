import { outcomeCheck } from './outcome-check.ts'

/** A computer that shares its number and, by the policy on duplicates, does not get the TAG. */
export const duplicateNotTagged = outcomeCheck('duplicate-not-tagged', 'medium')
