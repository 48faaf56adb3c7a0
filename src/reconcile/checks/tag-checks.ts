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
