import type { DuplicateGroup } from '../../duplicates.ts'
import { defineTagCheck } from '../check.ts'
import type { Disagreement } from '../finding-draft.ts'
import { computerEvidence } from './computer-evidence.ts'
import type { PlaceFinder } from './place-finder.ts'
import { TAG_SCOPE } from './tag-scope.ts'

/** One number on several computers of OCS; all of them, the newest contact first. */
export const duplicateNumber = defineTagCheck({
  code: 'duplicate-number',
  severity: 'high',
  sources: TAG_SCOPE,
  find: ({ assessment, placeOf }) =>
    assessment.duplicates.map((group) => disagreement(group, placeOf)),
})

function disagreement(group: DuplicateGroup, placeOf: PlaceFinder): Disagreement {
  const { inventoryNumber, computers } = group
  return {
    subject: `number:${inventoryNumber}`,
    name: inventoryNumber,
    evidence: { inventoryNumber, computers: computers.map(computerEvidence) },
    siteId: null,
    ...placeOf.byTag(computers[0]?.tag ?? null),
  }
}
