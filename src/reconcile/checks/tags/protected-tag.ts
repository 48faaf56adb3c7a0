import { outcomeCheck } from './outcome-check.ts'

/** A computer whose other TAG a person set on purpose. */
export const protectedTag = outcomeCheck('protected', 'low')
