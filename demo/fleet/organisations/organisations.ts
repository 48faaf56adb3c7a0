import { JOINS, MERGES, RENAMES } from './happenings.ts'
import { ORGANISATIONS, type Organisation } from './organisation-list.ts'

export type Vendor = 'ninjaone' | 'threatlocker'

/** Place in the list of the service provider itself, the parent in ThreatLocker. */
export const PROVIDER = 0
export const JOINED = placeOf(JOINS.organisation)
export const MERGED = placeOf(MERGES.organisation)
export const MERGED_INTO = placeOf(MERGES.into)

const RENAMED = placeOf(RENAMES.organisation)

/** Each organisation as often as its weight, those that join later left out. */
export const WEIGHED: readonly number[] = weighed(() => true)
/** Where machines of one organisation may be given to: those that both vendors have and keep. */
export const WEIGHED_LASTING: readonly number[] = weighed(
  (organisation, place) => isInBoth(organisation) && place !== MERGED,
)
/** Organisations that both vendors have and keep, each once. */
export const LASTING: readonly number[] = [...new Set(WEIGHED_LASTING)]

/** The organisation at a place of the list. */
export function organisationAt(place: number): Organisation {
  const organisation = ORGANISATIONS[place]
  if (!organisation) throw new RangeError(`there is no organisation at place ${place}`)
  return organisation
}

/** All its locations: the offices, and the store where it has one. */
export function locationsOf({ offices, store }: Organisation): readonly string[] {
  return store === null ? offices : [...offices, store]
}

/** Its name at a vendor so many days after the first; null while it is not there. */
export function nameAfter(place: number, { vendor, day }: { vendor: Vendor; day: number }) {
  if (place === JOINED && day < JOINS.after) return null
  const mergesAfter = vendor === 'ninjaone' ? MERGES.after : MERGES.afterInEdr
  if (place === MERGED && day >= mergesAfter) return null
  const isRenamed = place === RENAMED && vendor === 'ninjaone' && day >= RENAMES.after
  return isRenamed ? RENAMES.ninjaone : organisationAt(place)[vendor]
}

function placeOf(code: string): number {
  return ORGANISATIONS.findIndex((organisation) => organisation.code === code)
}

function isInBoth({ ninjaone, threatlocker }: Organisation): boolean {
  return ninjaone !== null && threatlocker !== null
}

function weighed(fits: (organisation: Organisation, place: number) => boolean): number[] {
  return ORGANISATIONS.flatMap((organisation, place) =>
    fits(organisation, place) ? Array.from({ length: organisation.weight }, () => place) : [],
  )
}
