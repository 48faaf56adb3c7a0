import { outcomeCheck } from './outcome-check.ts'

/** A computer whose TAG would be too long, or holds what a TAG cannot hold. */
export const tagUnwritable = outcomeCheck('tag-unwritable', 'medium')
