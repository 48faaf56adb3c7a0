import type { Location } from '../../sources/locations/location.ts'
import type { Assessment } from '../assess.ts'
import type { FindingDraft } from './finding-draft.ts'
import { scopeKey } from './scope.ts'
import { ambiguousLocation } from './tags/ambiguous-location.ts'
import { assetLocationBlank } from './tags/asset-location-blank.ts'
import { duplicateNotTagged } from './tags/duplicate-not-tagged.ts'
import { duplicateNumber } from './tags/duplicate-number.ts'
import { emptyNumber } from './tags/empty-number.ts'
import { financeNotInOcs } from './tags/finance-not-in-ocs.ts'
import { locationBlank } from './tags/location-blank.ts'
import { locationNotInClassifier } from './tags/location-not-in-classifier.ts'
import { notInFinance } from './tags/not-in-finance.ts'
import { protectedTag } from './tags/protected-tag.ts'
import { refusedInBooks } from './tags/refused-in-books.ts'
import { tagBooks } from './tags/tag-books.ts'
import { tagIncomplete } from './tags/tag-incomplete.ts'
import { tagUnwritable } from './tags/tag-unwritable.ts'
import { virtualMachine } from './tags/virtual-machine.ts'

/** The checks over OCS and the two workbooks. */
export const TAG_CHECKS = [
  emptyNumber,
  virtualMachine,
  notInFinance,
  locationBlank,
  locationNotInClassifier,
  ambiguousLocation,
  refusedInBooks,
  tagIncomplete,
  tagUnwritable,
  protectedTag,
  duplicateNotTagged,
  duplicateNumber,
  financeNotInOcs,
  assetLocationBlank,
] as const

export type TagCheckCode = (typeof TAG_CHECKS)[number]['code']

/** What the TAG checks compare. */
export const TAG_SCOPE = ['ocs', 'finance-register', 'locations'] as const

/** Every disagreement of an assessment, by check in the order of their list. */
export function tagFindings(
  assessment: Assessment,
  locations: readonly Location[],
): FindingDraft<TagCheckCode>[] {
  const books = tagBooks(assessment, locations)
  const scope = scopeKey(TAG_SCOPE)
  return TAG_CHECKS.flatMap(({ code, severity, find }) =>
    Array.from(find(books), (found) => ({ ...found, check: code, scope, severity })),
  )
}
