import type { KeptDay } from '../../inventory/kept-day/store.ts'
import { BOOKS } from './kept-books.ts'
import type { RehearsedFleet } from './rehearse-fleet.ts'
import { haveSameSites, type Rules } from './rules.ts'
import type { Untold } from './untold.ts'

/** What was rehearsed over which day, and what today's rules make of it. */
export interface Rehearsed {
  readonly kept: KeptDay
  readonly today: Rules
  readonly other: Rules
  readonly before: RehearsedFleet
  /** The sources that list machines, as either configuration has them. */
  readonly sources: readonly string[]
}

/** All that a rehearsal over a kept day cannot tell. */
export function untoldOf(rehearsed: Rehearsed): Untold[] {
  return [
    ...incompleteSources(rehearsed.kept),
    ...unknownContacts(rehearsed.kept),
    ...sitesFromScratch(rehearsed),
    ...keptOtherwise(rehearsed),
    ...ofBooks(rehearsed),
    ...partsUnplayed(rehearsed),
    ...unconfigured(rehearsed),
  ]
}

/** Settings of what is compared say nothing where no source plays the part they are about. */
function partsUnplayed({ kept, today, other }: Rehearsed): Untold[] {
  if (isEqual(today.checks, other.checks)) return []
  const known = new Set(kept.standings.map(({ source }) => source))
  const named = [today, other].flatMap(({ checks: { sources } }) => [
    ...sources.rmm,
    ...sources.edr,
  ])
  const absent = [...new Set(named)].filter((source) => !known.has(source))
  return absent.length === 0 ? [] : [{ code: 'nothing-to-judge', sources: absent }]
}

function unconfigured({ kept, sources }: Rehearsed): Untold[] {
  const absent = [...new Set(kept.records.map(({ source }) => source))]
    .filter((source) => !sources.includes(source))
    .sort()
  return absent.length === 0 ? [] : [{ code: 'sources-not-configured', sources: absent }]
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function incompleteSources({ day: asked, standings, books }: KeptDay): Untold[] {
  const all = new Map([...books.standings, ...standings].map((each) => [each.source, each]))
  return [...all.values()]
    .filter(({ state }) => state !== 'complete')
    .map(({ source, state, day }) =>
      day === asked
        ? { code: 'source-tried-again', source, state }
        : { code: 'source-not-complete', source, state, day },
    )
}

function unknownContacts({ records }: KeptDay): Untold[] {
  const unknown = records.filter(({ isContactLater }) => isContactLater).length
  return unknown === 0 ? [] : [{ code: 'contact-not-kept', records: unknown }]
}

function sitesFromScratch({ today, other }: Rehearsed): Untold[] {
  return haveSameSites(today, other) ? [] : [{ code: 'sites-from-scratch' }]
}

function keptOtherwise({ kept, before }: Rehearsed): Untold[] {
  const classified = kept.records.filter(({ id, made: was }) => {
    const is = before.records.get(id)?.made
    return is?.class !== was.class || is.isSpare !== was.isSpare || is.isBillable !== was.isBillable
  }).length
  const machines = machinesOtherwise(kept, before)
  return classified + machines === 0 ? [] : [{ code: 'kept-otherwise', classified, machines }]
}

/** How many machines that are kept are no longer made of the same records. */
function machinesOtherwise({ records }: KeptDay, { machines }: RehearsedFleet): number {
  const deviceOf = new Map(records.map(({ id, deviceId }) => [id, deviceId]))
  const kept = Map.groupBy(records, ({ deviceId }) => deviceId)
  kept.delete(null)
  const same = [...machines.values()].filter((ids) => {
    const [device, ...more] = new Set(ids.map((id) => deviceOf.get(id) ?? null))
    if (device == null || more.length > 0) return false
    return kept.get(device)?.length === ids.length
  }).length
  return kept.size - same
}

function ofBooks({ kept, today, other }: Rehearsed): Untold[] {
  const { standings } = kept.books
  const known = standings.filter(({ day }) => day !== null)
  const missing = BOOKS.filter((book) => known.every(({ source }) => source !== book))
  const isNoOcs = missing.length === BOOKS.length
  if (isNoOcs && isEqual(today.tags, other.tags)) return [] // nobody asks for TAGs
  if (missing.length > 0) return [{ code: 'books-not-kept', books: missing }]
  const words = today.tags.virtualMachineWords.filter(
    (word) => !other.tags.virtualMachineWords.includes(word),
  )
  return [
    ...known
      .filter(({ refused }) => refused > 0)
      .map(
        ({ source, refused }): Untold => ({
          code: 'rows-refused',
          book: source,
          rows: refused,
        }),
      ),
    ...(isNewestAsked(today, other) && isAnyLater(kept)
      ? [{ code: 'newest-not-known' } as const]
      : []),
    ...(words.length > 0 ? [{ code: 'words-refused-rows', words } as const] : []),
  ]
}

function isNewestAsked(...rules: readonly Rules[]): boolean {
  return rules.some(({ tags }) => tags.duplicates === 'tag-newest')
}

function isAnyLater({ records }: KeptDay): boolean {
  return records.some(({ source, isContactLater }) => source === 'ocs' && isContactLater)
}
