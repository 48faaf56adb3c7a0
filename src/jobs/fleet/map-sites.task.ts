import { countStore } from '../../inventory/count/store.ts'
import { historyStore } from '../../inventory/history/store.ts'
import { type MatchSummary, matchDay } from '../../inventory/link/match-day.task.ts'
import { linkStore } from '../../inventory/link/store.ts'
import { knownSites, unmappedOf } from '../../inventory/site/known-sites.ts'
import type { PlacedOrganisation } from '../../inventory/site/queries.ts'
import { siteEvidence } from '../../inventory/site/site-evidence.ts'
import { siteStore } from '../../inventory/site/store.ts'
import { type SiteSuggestion, suggestSites } from '../../inventory/site/suggest-sites.ts'
import { type Day, dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import { runRecorded } from '../run-recorded.ts'

/** An organisation, where it is, and where it may belong. */
export interface SiteMapEntry extends PlacedOrganisation {
  readonly machines: number
  /** The best first; for organisations nobody has mapped. */
  readonly suggestions: readonly (SiteSuggestion & { readonly site: string })[]
}

/** Every organisation of today, and for those at no site what speaks for which. */
export async function siteMap({ database, settings, now }: JobContext): Promise<SiteMapEntry[]> {
  const today = dayIn(settings.timeZone, now())
  const sites = siteStore(database)
  const organisations = await sites.placed(today)
  const standing = await sites.standingRecords(today)
  const known = await sites.sites()
  const nameOf = new Map(known.map(({ id, name }) => [id, name]))
  const answers = suggestSites(
    unmappedOf(organisations),
    knownSites(known, organisations),
    siteEvidence(standing),
  )
  const suggestionsOf = new Map(
    answers.map((answer) => [
      refOf(answer.organisation),
      answer.kind === 'suggested' ? answer.suggestions : [],
    ]),
  )
  const machinesOf = Map.groupBy(standing, ({ source, organisationKey }) =>
    refOf({ source, key: organisationKey }),
  )
  return organisations.map((organisation) => ({
    ...organisation,
    machines: machinesOf.get(refOf(organisation))?.length ?? 0,
    suggestions: (suggestionsOf.get(refOf(organisation)) ?? []).map((suggestion) => ({
      ...suggestion,
      site: nameOf.get(suggestion.siteId) ?? '',
    })),
  }))
}

/** Where a person says that an organisation is. */
export interface SiteWord {
  /** Its source, and its id there: `threatlocker:ID`. */
  readonly organisation: string
  /** By its name; made where there is none of that name. Null leaves the organisation out. */
  readonly site: string | null
  /** From this day on; from its first day when null. */
  readonly from: Day | null
  readonly by: string
  readonly reason: string | null
}

export interface SiteWordSummary {
  readonly organisation: string
  readonly site: string | null
  readonly from: Day
  readonly matching: MatchSummary
}

/** Keeps a person's word on where an organisation is, and matches and counts by it. */
export function mapSite(context: JobContext, word: SiteWord) {
  return runRecorded<SiteWordSummary>(context, 'site-map', async () => {
    const { database, settings, now } = context
    const today = dayIn(settings.timeZone, now())
    const sites = siteStore(database)
    const links = linkStore(database)
    const found = (await sites.placed(today)).find((each) => refOf(each) === word.organisation)
    if (!found) throw new AppError('organisation.not-found', { organisation: word.organisation })
    const from = word.from ?? found.firstDay
    if (from > today) throw new AppError('day.in-future', { day: from, today })
    const { source, key, firstDay } = found
    const isTooEarly = from < firstDay
    const since = isTooEarly ? firstDay : from
    const { site, by, reason } = word
    const rule = site === null ? 'ignored' : 'confirmed'
    const placement = { source, key, site, rule, reason, from: since, decidedBy: by } as const
    await sites.place([{ ...placement, evidence: { name: found.name } }], today)
    const counts = countStore(database)
    const days = await counts.countedFrom(since)
    const newest = (await historyStore(database).newestMachineDay(today)) ?? today
    for (const day of days.filter((each) => each !== newest)) await matchDay(links, day)
    const matching = await matchDay(links, newest)
    await counts.count([...new Set([...days, newest])])
    const { organisation } = word
    return { state: 'agreed', summary: { organisation, site, from: since, matching } }
  })
}

function refOf({ source, key }: { readonly source: string; readonly key: string }): string {
  return `${source}:${key}`
}
