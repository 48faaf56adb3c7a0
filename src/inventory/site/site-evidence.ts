import { hostDomain } from '../identity/host-name.ts'

/** What speaks for an organisation being at a site, beside its name. */
export interface SiteEvidence {
  readonly source: string
  /** The organisation's, at its source. */
  readonly key: string
  readonly siteId: number
  /** Devices that have a record of the organisation and one of the site. */
  readonly devices: number
  /** Domains of host names in both, sorted. */
  readonly domains?: readonly string[]
}

/** Where a record stands. */
export interface StandingRecord {
  readonly source: string
  readonly organisationKey: string
  /** The site of its organisation; null while that is unmapped. */
  readonly siteId: number | null
  readonly deviceId: number | null
  readonly hostname: string | null
}

/** With more sites than this a domain is a provider's, and says nothing of where a machine belongs. */
const MOST_SITES = 3

/** What unmapped organisations share with sites; pairs that share nothing are left out. */
export function siteEvidence(records: readonly StandingRecord[]): SiteEvidence[] {
  const found = new Map<string, Found>()
  for (const { organisations, siteIds } of meetingsBy(records, ({ deviceId }) => deviceId)) {
    for (const place of pairs(organisations, siteIds)) foundAt(found, place).devices += 1
  }
  const domains = meetingsBy(records, ({ hostname }) => hostDomain(hostname))
  for (const { mark, organisations, siteIds } of domains) {
    if (siteIds.size > MOST_SITES) continue
    for (const place of pairs(organisations, siteIds)) foundAt(found, place).domains.push(mark)
  }
  return [...found.values()].map((each) => ({ ...each, domains: each.domains.toSorted() }))
}

interface Found extends Place {
  devices: number
  readonly domains: string[]
}

interface Place {
  readonly source: string
  readonly key: string
  readonly siteId: number
}

/** One mark, the unmapped organisations whose records bear it, and the sites whose records do. */
interface Meeting<Mark> {
  readonly mark: Mark
  readonly organisations: ReadonlyMap<string, StandingRecord>
  readonly siteIds: ReadonlySet<number>
}

function meetingsBy<Mark>(
  records: readonly StandingRecord[],
  markOf: (record: StandingRecord) => Mark | null,
): Meeting<Mark>[] {
  const byMark = new Map<
    Mark,
    { organisations: Map<string, StandingRecord>; siteIds: Set<number> }
  >()
  for (const record of records) {
    const mark = markOf(record)
    if (mark === null) continue
    const known = byMark.get(mark) ?? { organisations: new Map(), siteIds: new Set() }
    byMark.set(mark, known)
    if (record.siteId !== null) known.siteIds.add(record.siteId)
    else known.organisations.set(JSON.stringify([record.source, record.organisationKey]), record)
  }
  return [...byMark].map(([mark, sides]) => ({ mark, ...sides }))
}

function pairs(
  organisations: ReadonlyMap<string, StandingRecord>,
  siteIds: ReadonlySet<number>,
): Place[] {
  return [...organisations.values()].flatMap(({ source, organisationKey: key }) =>
    [...siteIds].map((siteId) => ({ source, key, siteId })),
  )
}

function foundAt(found: Map<string, Found>, place: Place): Found {
  const name = JSON.stringify([place.source, place.key, place.siteId])
  const known = found.get(name) ?? { ...place, devices: 0, domains: [] }
  found.set(name, known)
  return known
}
