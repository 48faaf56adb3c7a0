import { outcomeCheck } from './outcome-check.ts'

/** A computer whose number finance does not list; with the numbers that are almost it. */
export const notInFinance = outcomeCheck('not-in-finance', 'high')
