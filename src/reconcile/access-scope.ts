import type { AccessScope } from '../sources/ocs/computer.ts'

/** What a plan does to what one OCS login sees through one TAG pattern. */
export interface AccessShift {
  readonly login: string
  readonly pattern: string
  /** Computers that login would see no more through it, and would newly see. */
  readonly loses: number
  readonly gains: number
}

/** Whose sight of computers the changes would move; TAGs are access rights in OCS. */
export function accessShifts(
  scopes: readonly AccessScope[],
  changes: readonly { readonly from: string | null; readonly to: string | null }[],
): AccessShift[] {
  return scopes.flatMap(({ login, pattern }) => {
    const sees = tagMatcher(pattern)
    const loses = changes.filter(({ from, to }) => sees(from) && !sees(to)).length
    const gains = changes.filter(({ from, to }) => !sees(from) && sees(to)).length
    return loses + gains > 0 ? [{ login, pattern, loses, gains }] : []
  })
}

/** As OCS matches: `*` and `?` become LIKE wildcards, `%` and `_` stay ones, case does not count. */
function tagMatcher(pattern: string): (tag: string | null) => boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/gu, '\\$&')
  const expression = escaped.replace(/[*%]/gu, '.*').replace(/[?_]/gu, '.')
  const like = new RegExp(`^${expression}$`, 'siu')
  return (tag) => tag !== null && like.test(tag)
}
