import type { Differing, FoundRecord, Miss } from '../miss.ts'
import type { RehearsedCase } from '../rehearsed-case.ts'
import type { Expected, ExpectedRecord } from '../schema.ts'
import { isPartOf } from './is-part-of.ts'

/** What single records are, and where, against what they are to be. */
export function judgeRecords(expected: Expected['records'], found: RehearsedCase): Miss[] {
  return (expected ?? []).flatMap((each): Miss[] => {
    const record = found.recordOf.get(each.record)
    const differs = record ? differsIn(each, record) : []
    return record && differs.length > 0 ? [{ kind: 'record-differs', record, differs }] : []
  })
}

function differsIn({ record: _named, ...expected }: ExpectedRecord, found: FoundRecord) {
  return Object.entries(expected)
    .map(
      ([what, wanted]): Differing => ({
        ...{ what, expected: wanted, found: Reflect.get(found, what) },
      }),
    )
    .filter((each) => !isPartOf(each.expected, each.found))
}
