import { outcomeCheck } from './outcome-check.ts'

/** A computer whose location lacks the building or the description that its TAG is made of. */
export const tagIncomplete = outcomeCheck('tag-incomplete', 'medium')
