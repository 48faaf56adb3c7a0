import { outcomeCheck } from './outcome-check.ts'

/** A computer whose location the classifier does not know; with those that are almost it. */
export const locationNotInClassifier = outcomeCheck('location-not-in-classifier', 'medium')
