import { countStore } from '../../inventory/count/store.ts'
import { historyStore } from '../../inventory/history/store.ts'
import { type MatchSummary, matchDay } from '../../inventory/link/match-day.task.ts'
import { linkStore } from '../../inventory/link/store.ts'
import { knownSites, unmappedOf } from '../../inventory/site/known-sites.ts'
import { placeByRules } from '../../inventory/site/place-organisations.task.ts'
import type { PlacedOrganisation, SaidAlias } from '../../inventory/site/queries.ts'
import { siteEvidence } from '../../inventory/site/site-evidence.ts'
import { nearestNames, siteMeant } from '../../inventory/site/site-names.ts'
import { type SiteStore, siteStore } from '../../inventory/site/store.ts'
import { type SiteSuggestion, suggestSites } from '../../inventory/site/suggest-sites.ts'
import { type Day, dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import { runRecorded } from '../run-recorded.ts'
import { tellTrail } from '../tell-trail.ts'
import { checkFleet } from './check-fleet.task.ts'

/** An organisation, where it is, and where it may belong. */
export interface SiteMapEntry extends PlacedOrganisation {
  readonly machines: number
  /** The best first; for organisations nobody has mapped. */
  readonly suggestions: readonly (SiteSuggestion & { readonly site: string })[]
}

/** Every organisation of today, and for those at no site what speaks for which. */
export async function siteMap(context: JobContext): Promise<SiteMapEntry[]> {
  const today = todayOf(context)
  const sites = siteStore(context.database)
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
  /** By its name. Null leaves the organisation out. */
  readonly site: string | null
  /** True makes the site where there is none of that name. */
  readonly isNew: boolean
  /** From this day on; from its first day when null. */
  readonly from: Day | null
  readonly by: string
  readonly reason: string | null
}

export interface SiteWordSummary extends Pick<SiteWord, 'organisation' | 'by' | 'reason'> {
  readonly site: string | null
  /** True where the site was made. */
  readonly isNewSite: boolean
  readonly from: Day
  readonly matching: MatchSummary
}

/**
 * Keeps a person's word on where an organisation is, and matches and counts by it. Throws
 * `organisation.not-found`, and `site.not-found` for the name of no site that is not said to be new.
 */
export function mapSite(context: JobContext, word: SiteWord) {
  return runRecorded<SiteWordSummary>(context, 'site-map', async (handle) => {
    const { database } = context
    const { organisation, by, reason } = word
    const found = await organisationOf(context, organisation)
    const from = dayFor(context, found, word.from ?? found.firstDay)
    const { site, isNewSite } = await siteFor(siteStore(database), word)
    const rule = site === null ? 'ignored' : 'confirmed'
    const { source, key, name } = found
    const placement = { source, key, site, rule, reason, from, decidedBy: by } as const
    await siteStore(database).place([{ ...placement, evidence: { name } }], todayOf(context))
    const details = { run: handle.id, site, from, by, reason }
    await tellTrail(context, { action: 'site-map.decided', about: organisation, details })
    const matching = await matchSince(context, from)
    await checkFleet(context, handle)
    const summary = { organisation, site, isNewSite, from, by, reason, matching }
    return { state: 'agreed', summary }
  })
}

/** What a person takes back of where people said that an organisation is. */
export interface SiteForgetting extends Pick<SiteWord, 'organisation' | 'by' | 'reason'> {
  /** From this day on; from today on when null. */
  readonly from: Day | null
}

export interface SiteForgottenSummary extends Pick<SiteWord, 'organisation' | 'by' | 'reason'> {
  readonly from: Day
  /** What people had said of the days from then on; where there was nothing, nothing was changed. */
  readonly takenBack: readonly SaidAlias[]
  /** Where it is now, and by which rule; null at no site. */
  readonly site: string | null
  readonly rule: PlacedOrganisation['rule']
  /** Null where nothing was changed. */
  readonly matching: MatchSummary | null
}

/** Takes people's word on an organisation back, lets the rules place it, and matches and counts by that. */
export function forgetSite(context: JobContext, word: SiteForgetting) {
  return runRecorded<SiteForgottenSummary>(context, 'site-map', async (handle) => {
    const { organisation, by, reason } = word
    const today = todayOf(context)
    const sites = siteStore(context.database)
    const found = await organisationOf(context, organisation)
    const from = dayFor(context, found, word.from ?? today)
    const { source, key } = found
    const takenBack = await sites.forget({ source, key, from, by, reason })
    const isChanged = takenBack.length > 0
    const details = { run: handle.id, from, by, reason }
    const deed = { action: 'site-map.taken-back', about: organisation, details }
    if (isChanged) await tellTrail(context, deed)
    if (isChanged) await placeByRules(sites, today, context.settings.fleet.sitesFrom)
    const { site, rule } = await organisationOf(context, organisation)
    const matching = isChanged ? await matchSince(context, from) : null
    if (isChanged) await checkFleet(context, handle)
    const summary = { organisation, by, reason, from, takenBack, site, rule, matching }
    return { state: 'agreed', summary }
  })
}

function todayOf({ settings, now }: JobContext): Day {
  return dayIn(settings.timeZone, now())
}

async function organisationOf(context: JobContext, ref: string): Promise<PlacedOrganisation> {
  const all = await siteStore(context.database).placed(todayOf(context))
  const found = all.find((each) => refOf(each) === ref)
  if (!found) throw new AppError('organisation.not-found', { organisation: ref })
  return found
}

/** The day from which a word holds: no earlier than the organisation is known. Throws `day.in-future`. */
function dayFor(context: JobContext, { firstDay }: PlacedOrganisation, from: Day): Day {
  const today = todayOf(context)
  if (from > today) throw new AppError('day.in-future', { day: from, today })
  return from < firstDay ? firstDay : from
}

async function siteFor(
  sites: SiteStore,
  { site: named, isNew }: Pick<SiteWord, 'site' | 'isNew'>,
): Promise<Pick<SiteWordSummary, 'site' | 'isNewSite'>> {
  if (named === null) return { site: null, isNewSite: false }
  const names = (await sites.sites()).map(({ name }) => name)
  if (isNew) return { site: named, isNewSite: !names.includes(named) }
  const site = siteMeant(names, named)
  if (site !== null) return { site, isNewSite: false }
  throw new AppError('site.not-found', { site: named, nearest: nearestNames(names, named) })
}

/** Matches and counts the days from one on again, the newest last: its questions are those that stand. */
async function matchSince(context: JobContext, since: Day): Promise<MatchSummary> {
  const { database, settings } = context
  const options = settings.fleet.matching
  const [links, counts, today] = [linkStore(database), countStore(database), todayOf(context)]
  const days = await counts.countedFrom(since)
  const newest = (await historyStore(database).newestMachineDay(today)) ?? today
  for (const day of days.filter((each) => each !== newest)) await matchDay(links, day, options)
  const matching = await matchDay(links, newest, options)
  await counts.count([...new Set([...days, newest])])
  return matching
}

function refOf({ source, key }: { readonly source: string; readonly key: string }): string {
  return `${source}:${key}`
}
