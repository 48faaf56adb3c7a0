import { outcomeCheck } from './outcome-check.ts'

/** A computer of OCS without an inventory number. */
export const emptyNumber = outcomeCheck('empty-number', 'medium')
