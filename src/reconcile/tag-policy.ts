import { trimSpace } from '../lib/text.ts'

/** What an installation decided about its TAGs. */
export interface TagPolicy {
  /** Words that stand for a virtual machine where an inventory number would be; any case. */
  readonly virtualMachineWords: readonly string[]
  /** Whether OCS's own evidence of a virtual machine counts as well. */
  readonly virtualMachineByEvidence: boolean
  /** Words that mean "no number", such as `NA`; any case. */
  readonly emptyWords: readonly string[]
  /** TAGs set on purpose: `*` and `?` are wild, case counts. */
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

/** True when `text`, trimmed, is one of `words` in any case. */
export function isOneOf(words: readonly string[], text: string): boolean {
  const word = trimSpace(text).toLowerCase()
  return words.some((each) => trimSpace(each).toLowerCase() === word)
}

/** The first protected pattern that `tag` fits, or null. */
export function protectingPattern(policy: TagPolicy, tag: string | null): string | null {
  if (tag === null) return null
  return policy.protectedTags.find((pattern) => patternExpression(pattern).test(tag)) ?? null
}

function patternExpression(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/gu, '\\$&')
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su')
}
