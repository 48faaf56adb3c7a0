import type { FindingDraft, Severity } from '../checks/finding-draft.ts'

/** What other rules find otherwise. */
export interface FindingDifference<Code extends string> {
  readonly opened: readonly FindingDraft<Code>[]
  readonly closed: readonly FindingDraft<Code>[]
  /** Found by both, of another severity. */
  readonly regraded: readonly { readonly finding: FindingDraft<Code>; readonly from: Severity }[]
}

/** Compares findings by what makes them the same: the check, what it compared, and what they are about. */
export function compareFindings<Code extends string>(
  before: readonly FindingDraft<Code>[],
  after: readonly FindingDraft<Code>[],
): FindingDifference<Code> {
  const known = new Map(before.map((finding) => [identityOf(finding), finding]))
  const found = new Set(after.map(identityOf))
  return {
    opened: after.filter((finding) => !known.has(identityOf(finding))),
    closed: before.filter((finding) => !found.has(identityOf(finding))),
    regraded: after.flatMap((finding) => {
      const from = known.get(identityOf(finding))?.severity ?? finding.severity
      return from === finding.severity ? [] : [{ finding, from }]
    }),
  }
}

function identityOf({ check, scope, subject }: FindingDraft): string {
  return `${check} ${scope} ${subject}`
}
