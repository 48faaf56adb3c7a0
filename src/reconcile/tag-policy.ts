import { wildcard } from '../lib/wildcard.ts'

/** What an installation decided about its TAGs. */
export interface TagPolicy {
  /** Words that stand for a virtual machine where an inventory number would be; any case. */
  readonly virtualMachineWords: readonly string[]
  /** Whether OCS's own evidence of a virtual machine counts as well. */
  readonly virtualMachineByEvidence: boolean
  /** Words that mean "no number", such as `NA`; any case. */
  readonly emptyWords: readonly string[]
  /** TAGs set on purpose: `*` and `?` are wild; any case. */
  readonly protectedTags: readonly string[]
  readonly duplicates: DuplicatePolicy
}

/** What happens to computers that share one inventory number. */
export type DuplicatePolicy = 'tag-all' | 'tag-newest' | 'tag-none'

export const DEFAULT_TAG_POLICY: TagPolicy = {
  virtualMachineWords: ['MV'],
  virtualMachineByEvidence: true,
  emptyWords: [],
  protectedTags: [],
  duplicates: 'tag-all',
}

/** The first protected pattern that `tag` fits, or null. */
export function protectingPattern(policy: TagPolicy, tag: string | null): string | null {
  if (tag === null) return null
  return policy.protectedTags.find((pattern) => wildcard(pattern)(tag)) ?? null
}
