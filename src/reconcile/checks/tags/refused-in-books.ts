import { outcomeCheck } from './outcome-check.ts'

/** A computer that a row which could not be read would have its say on. */
export const refusedInBooks = outcomeCheck('refused-in-books', 'high')
