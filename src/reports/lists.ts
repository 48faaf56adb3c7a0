import type { PlanHead } from '../reconcile/head-queries.ts'
import { accessChanges } from './lists/access-changes.ts'
import { ambiguous } from './lists/ambiguous.ts'
import { duplicateInventories } from './lists/duplicate-inventories.ts'
import { duplicateNotTagged } from './lists/duplicate-not-tagged.ts'
import { emptyInventories } from './lists/empty-inventories.ts'
import { locationBlank } from './lists/location-blank.ts'
import { locationsNotInClassifier } from './lists/locations-not-in-classifier.ts'
import { notInFinance } from './lists/not-in-finance.ts'
import { notInOcs } from './lists/not-in-ocs.ts'
import { plannedChanges } from './lists/planned-changes.ts'
import { plannedNames } from './lists/planned-names.ts'
import { protectedTags } from './lists/protected-tags.ts'
import { rejectedCells } from './lists/rejected-cells.ts'
import { sinceLastRun } from './lists/since-last-run.ts'
import { unusableTags } from './lists/unusable-tags.ts'
import { virtualMachines } from './lists/virtual-machines.ts'
import type { ReportList } from './report-list.ts'

/** The lists of a report on TAGs, in the order of its sheets; their names and columns never change. */
export const LISTS: readonly ReportList[] = [
  plannedChanges,
  emptyInventories,
  virtualMachines,
  locationsNotInClassifier,
  duplicateInventories,
  notInFinance,
  notInOcs,
  locationBlank,
  ambiguous,
  unusableTags,
  protectedTags,
  duplicateNotTagged,
  accessChanges,
  sinceLastRun,
  rejectedCells,
]

/** The lists a plan has; one that compares no books has changes and nothing else. */
export function listsOf(plan: Pick<PlanHead, 'kind' | 'corrects'>): readonly ReportList[] {
  return plan.kind === 'tags' ? LISTS : [changesListOf(plan)]
}

/** The list of a plan's changes. */
export function changesListOf({ corrects }: Pick<PlanHead, 'corrects'>): ReportList {
  return corrects === 'tags' ? plannedChanges : plannedNames
}
