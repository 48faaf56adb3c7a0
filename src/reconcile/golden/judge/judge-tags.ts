import { decisionOf } from '../../rehearse/compare-tags.ts'
import type { RowOutcome } from '../../row-outcome.ts'
import type { Differing, FoundTag, Miss } from '../miss.ts'
import type { RehearsedCase } from '../rehearsed-case.ts'
import type { Expected, ExpectedTag } from '../schema.ts'
import { isPartOf } from './is-part-of.ts'

/** What is decided of every OCS row, against what is to be. */
export function judgeTags(expected: Expected['tags'], { tags }: RehearsedCase): Miss[] {
  if (expected === undefined || tags === null) return []
  const found = new Map(
    tags.assessment.outcomes.map((row) => [row.computer.hardwareId, foundTag(row)]),
  )
  const named = new Set(expected.map(({ ocs }) => ocs))
  return [
    ...expected.flatMap((each): Miss[] => {
      const row = found.get(each.ocs)
      const differs = row ? differsIn(each, row) : []
      if (!row || differs.length === 0) return []
      return [{ kind: 'tag-differs', expected: each, found: row, differs }]
    }),
    ...[...found.values()]
      .filter(({ ocs }) => !named.has(ocs))
      .map((row): Miss => ({ kind: 'tag-unexpected', found: row })),
  ]
}

/** The TAG of a row that is right already is the one it has. */
function foundTag(row: RowOutcome): FoundTag {
  const { computer, kind, ...why } = row
  const { outcome, tag } = decisionOf(row)
  return {
    ...{ ocs: computer.hardwareId, outcome },
    tag: kind === 'unchanged' ? computer.tag : tag,
    suggests: 'near' in row ? row.near.map(({ key }) => key) : [],
    why,
  }
}

function differsIn({ ocs: _row, ...expected }: ExpectedTag, found: FoundTag): Differing[] {
  return Object.entries(expected)
    .map(
      ([what, wanted]): Differing => ({
        ...{ what, expected: wanted, found: Reflect.get(found, what) },
      }),
    )
    .filter((each) => !isPartOf(each.expected, each.found))
}
