import { linkStore } from '../../inventory/link/store.ts'
import type { ListedFinding } from '../../reconcile/findings/list-queries.ts'
import { recordIdsIn, withRecordRefs } from '../../reports/evidence-records.ts'
import type { JobContext } from '../context.ts'

/** The same findings, their evidence naming records as people do. */
export async function withNamedRecords(
  { database }: Pick<JobContext, 'database'>,
  listed: readonly ListedFinding[],
): Promise<ListedFinding[]> {
  const ids = listed.flatMap(({ evidence }) => recordIdsIn(evidence))
  const refs = await linkStore(database).refs([...new Set(ids)])
  return listed.map((each) => ({ ...each, evidence: withRecordRefs(each.evidence, refs) }))
}
