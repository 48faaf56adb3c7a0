import { outcomeCheck } from './outcome-check.ts'

/** A computer whose number has two locations at finance, or whose location has two answers in the classifier. */
export const ambiguousLocation = outcomeCheck('ambiguous-location', 'high')
