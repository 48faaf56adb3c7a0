import { z } from 'zod'
import { linkStore } from '../../inventory/link/store.ts'
import { dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import {
  ALL_FINDINGS,
  type FindingEvent,
  type FindingFilter,
  type ListedFinding,
} from '../../reconcile/findings/list-queries.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import { recordIdsIn, withRecordRefs } from '../../reports/evidence-records.ts'
import type { ShownLook } from '../../reports/looks-table.ts'
import type { JobContext } from '../context.ts'
import { shownLooks } from './shown-looks.ts'

/** Everything that is known of one finding. */
export interface ToldFinding {
  readonly finding: ListedFinding
  /** That of the finding, records named as people name them. */
  readonly evidence: ListedFinding['evidence']
  /** The organisation of the nearest other machine, where it is at no site: `ninjaone:42`. */
  readonly unplaced: string | null
  /** The newest look of its check at its sources. */
  readonly look: ShownLook | null
  /** The oldest first. */
  readonly events: readonly FindingEvent[]
}

/** Evidence of a namesake that is not at the same site. */
const Namesake = z.object({
  lost: z.object({ recordId: z.number(), reason: z.object({ kind: z.literal('other-site') }) }),
})

/** Tells all of a finding, or of one at some sites alone. Throws `finding.not-found`. */
export async function tellFinding(
  context: Pick<JobContext, 'database' | 'settings' | 'now'>,
  id: number,
  among: Pick<FindingFilter, 'among'> = {},
): Promise<ToldFinding> {
  const { database, settings, now } = context
  const today = dayIn(settings.timeZone, now())
  const findings = findingStore(database)
  const filter = { ...ALL_FINDINGS, ...among, ids: [id] }
  const page = { sort: 'name', limit: 1, offset: 0 } as const
  const [found] = (await findings.list(filter, page, today)).items
  if (!found) throw new AppError('finding.not-found', { findings: [`F${id}`] })
  const links = linkStore(database)
  const refs = await links.refs(recordIdsIn(found.evidence))
  const namesake = Namesake.safeParse(found.evidence).data?.lost.recordId
  const unplaced = await links.unplaced(namesake === undefined ? [] : [namesake], today)
  const looks = await shownLooks(context, [found.check])
  return {
    finding: found,
    evidence: withRecordRefs(found.evidence, refs),
    unplaced: (namesake === undefined ? null : unplaced.get(namesake)) ?? null,
    look: looks.find(({ scope }) => scope === found.scope) ?? null,
    events: await findings.events(id),
  }
}
