import { outcomeCheck } from './outcome-check.ts'

/** A computer whose asset finance lists without a location. */
export const locationBlank = outcomeCheck('location-blank', 'medium')
