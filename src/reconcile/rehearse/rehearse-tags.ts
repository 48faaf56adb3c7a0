import { isOneOf } from '../../lib/word-list.ts'
import { type Assessment, assess, type Books } from '../assess.ts'
import type { FindingDraft } from '../checks/finding-draft.ts'
import type { TagCheckCode } from '../checks/tag-checks.ts'
import { tagFindings } from '../checks/tag-findings.ts'
import type { Rules } from './rules.ts'

/** OCS and the two workbooks before any rule looked at them. */
export type GivenBooks = Omit<Books, 'policy'>

/** What rules make of the three books. */
export interface RehearsedTags {
  readonly assessment: Assessment
  readonly findings: readonly FindingDraft<TagCheckCode>[]
}

/** Decides every OCS row by some rules; keeps nothing. */
export function rehearseTags(given: GivenBooks, { tags, checks }: Rules): RehearsedTags {
  // a row of finance's whose number is such a word is refused when it is read
  const assets = given.assets.filter(
    ({ inventoryNumber }) => !isOneOf(tags.virtualMachineWords, inventoryNumber),
  )
  const assessment = assess({ ...given, assets, policy: tags })
  return { assessment, findings: tagFindings(assessment, given.locations, checks) }
}
