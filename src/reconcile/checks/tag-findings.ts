import type { Location } from '../../sources/locations/location.ts'
import type { Assessment } from '../assess.ts'
import type { TagCheck } from './check.ts'
import type { FindingDraft } from './finding-draft.ts'
import { scopeKey } from './scope.ts'
import { TAG_CHECKS, type TagCheckCode } from './tag-checks.ts'
import { tagBooks } from './tags/tag-books.ts'
import type { WantedChecks } from './wanted-checks.ts'

/** What of the wanted checks those over the books look at. */
export type WantedTagChecks = Pick<WantedChecks, 'severities' | 'off'>

/** Every disagreement of an assessment, by check in the order of their list. */
export function tagFindings(
  assessment: Assessment,
  locations: readonly Location[],
  wanted: WantedTagChecks,
): FindingDraft<TagCheckCode>[] {
  const books = tagBooks(assessment, locations)
  return wantedTagChecks(wanted).flatMap(({ code, severity, sources, find }) => {
    const told = { check: code, scope: scopeKey(sources), severity }
    return Array.from(find(books), (found) => ({ ...found, ...told }))
  })
}

/** The checks that are not switched off, as severe as the configuration has them. */
export function wantedTagChecks({ severities, off }: WantedTagChecks): TagCheck<TagCheckCode>[] {
  return TAG_CHECKS.filter(({ code }) => !off.includes(code)).map((check) => ({
    ...check,
    severity: severities[check.code] ?? check.severity,
  }))
}
