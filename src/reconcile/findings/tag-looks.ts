import type { Day } from '../../lib/day.ts'
import { scopeKey } from '../checks/scope.ts'
import { TAG_CHECKS, TAG_SCOPE } from '../checks/tag-checks.ts'
import type { NewLook } from './look.ts'

/** When each of the three books began to be read today. */
export type BooksRead = Readonly<
  Record<'finance' | 'locations' | 'ocs', { readonly startedAt: Date }>
>

/** The looks of a plan: every TAG check compared the three books as they were read for it. */
export function tagLooks({ finance, locations, ocs }: BooksRead, day: Day): NewLook['looks'] {
  const instants = [finance, locations, ocs].map(({ startedAt }) => startedAt.getTime())
  const asOf = new Date(Math.min(...instants))
  const compared = Object.fromEntries(TAG_SCOPE.map((source) => [source, day]))
  const scope = scopeKey(TAG_SCOPE)
  return TAG_CHECKS.map(({ code }) => ({ check: code, scope, compared, skipped: null, asOf }))
}
