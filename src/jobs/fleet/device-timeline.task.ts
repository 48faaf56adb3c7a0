import { fieldStore } from '../../inventory/field/store.ts'
import { type TimelineEntry, timelineOf } from '../../inventory/field/timeline.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'

/** Which machine, until which day, and at which sites alone (null: at all). */
export interface AskedTimeline {
  readonly device: number
  readonly day: Day
  readonly sites: readonly string[] | null
}

/**
 * What the records that speak of a machine on a day said anew until then. To who sees some sites only, each record is
 * told from the day on that it came to one of these. Throws `machine.not-found`.
 */
export async function deviceTimeline(
  { database }: Pick<JobContext, 'database'>,
  { device, day, sites }: AskedTimeline,
): Promise<TimelineEntry[]> {
  const fields = fieldStore(database)
  const own = await fields.recordsOf(device, day)
  const livesOnAs = (await fields.findDevice(device))?.livesOnAs ?? device
  const refs = own.length > 0 ? own : await fields.recordsOf(livesOnAs, day)
  const versions = await fields.versions(
    refs.map(({ recordId }) => recordId),
    day,
  )
  const records = refs.flatMap(({ recordId, source, nativeKey }) => {
    const said = versions.get(recordId) ?? []
    const away = sites === null ? -1 : said.findIndex(({ said: { site } }) => !isAt(sites, site))
    const seen = away < 0 ? said : said.slice(0, away)
    return seen.length === 0 ? [] : [{ ref: `${source}:${nativeKey}`, versions: seen }]
  })
  if (records.length > 0) return timelineOf(records)
  throw new AppError('machine.not-found', { machine: String(device), day })
}

function isAt(sites: readonly string[], site: string | null): boolean {
  return site !== null && sites.includes(site)
}
