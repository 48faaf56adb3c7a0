import type { Day } from '../../lib/day.ts'
import { scopeKey } from '../checks/scope.ts'
import { type WantedTagChecks, wantedTagChecks } from '../checks/tag-findings.ts'
import type { NewLook } from './look.ts'

/** When each of the three books began to be read today. */
export type BooksRead = Readonly<
  Record<'finance' | 'locations' | 'ocs', { readonly startedAt: Date }>
>

/** What the checks over the books look at, by check and scope. */
export function tagScopes(wanted: WantedTagChecks) {
  return wantedTagChecks(wanted).map(({ code, sources }) => ({
    check: code,
    scope: scopeKey(sources),
    sources,
  }))
}

/** The looks of a plan: every wanted TAG check compared the three books as they were read for it. */
export function tagLooks(
  { finance, locations, ocs }: BooksRead,
  day: Day,
  wanted: WantedTagChecks,
): NewLook['looks'] {
  const instants = [finance, locations, ocs].map(({ startedAt }) => startedAt.getTime())
  const asOf = new Date(Math.min(...instants))
  return tagScopes(wanted).map(({ check, scope, sources }) => {
    const compared = Object.fromEntries(sources.map((source) => [source, day]))
    return { check, scope, compared, skipped: null, asOf }
  })
}
