import { trimSpace } from '../lib/text.ts'
import { isOneOf } from '../lib/word-list.ts'
import type { Asset } from '../sources/finance-register/asset.ts'
import type { Location } from '../sources/locations/location.ts'
import type { OcsComputer, VirtualMachineEvidence } from '../sources/ocs/computer.ts'
import type { Rejection } from '../sources/source.ts'
import { assetBook, type BookedAsset } from './asset-book.ts'
import { type ClassifiedLocation, classifier } from './classifier.ts'
import { type DuplicateGroup, duplicateGroups } from './duplicates.ts'
import { type NearKey, nearKeyFinder } from './near-key.ts'
import type { RowOutcome, Verdict } from './row-outcome.ts'
import { type ExpectedTag, expectedTag } from './tag.ts'
import { protectingPattern, type TagPolicy } from './tag-policy.ts'

/** The three books as read, and what the installation decided. */
export interface Books {
  readonly assets: readonly Asset[]
  readonly locations: readonly Location[]
  readonly computers: readonly OcsComputer[]
  readonly policy: TagPolicy
  /** What was refused of the two workbooks. */
  readonly refused: RefusedOfBooks
}

export interface RefusedOfBooks {
  readonly finance: readonly Rejection[]
  readonly locations: readonly Rejection[]
}

/** Where the three books agree and where they do not. */
export interface Assessment {
  /** One for each OCS row, in the order of the rows. */
  readonly outcomes: readonly RowOutcome[]
  readonly duplicates: readonly DuplicateGroup[]
  /** What finance lists and OCS does not have, in file order. */
  readonly assetsNotInOcs: readonly BookedAsset[]
  /** What finance lists without saying where it stands, in file order. */
  readonly assetsWithoutLocation: readonly BookedAsset[]
}

/** Compares OCS with finance and the classifier, row by row; decides, writes nothing. */
export function assess(books: Books): Assessment {
  const numberOf = (computer: OcsComputer) => usableNumber(computer, books.policy)
  const duplicates = duplicateGroups(books.computers, numberOf)
  const assets = assetBook(books.assets, books.refused.finance)
  const rooms = classifier(books.locations, books.refused.locations)
  const judge = rowJudge({
    policy: books.policy,
    assets,
    rooms,
    duplicates,
    nearNumbers: nearKeyFinder(assets.keys()),
    nearRooms: nearKeyFinder(rooms.keys()),
    tagOf: tagFinder(),
    newestOf: newestFinder(books.policy),
  })
  const numbersInOcs = new Set(books.computers.map(numberOf))
  const booked = [...assets.values()].filter(({ rows }) => rows.length > 0)
  return {
    outcomes: books.computers.map((computer) => ({ computer, ...judge(computer) })),
    duplicates: [...duplicates.values()],
    assetsNotInOcs: booked.filter((asset) => !numbersInOcs.has(asset.inventoryNumber)),
    assetsWithoutLocation: booked.filter((asset) => asset.locationIds.includes(null)),
  }
}

/** The inventory number a computer truly bears, or null when it bears none. */
function usableNumber(computer: OcsComputer, policy: TagPolicy): string | null {
  const number = trimSpace(computer.inventoryNumber ?? '')
  if (number === '' || isOneOf(policy.emptyWords, number)) return null
  return isOneOf(policy.virtualMachineWords, number) ? null : number
}

interface Known {
  readonly policy: TagPolicy
  readonly assets: ReadonlyMap<string, BookedAsset>
  readonly rooms: ReadonlyMap<string, ClassifiedLocation>
  readonly duplicates: ReadonlyMap<string, DuplicateGroup>
  readonly nearNumbers: (key: string) => NearKey[]
  readonly nearRooms: (key: string) => NearKey[]
  readonly tagOf: (location: Location) => ExpectedTag
  readonly newestOf: (group: DuplicateGroup, to: string) => OcsComputer | undefined
}

/** A room's TAG is worked out once, however many computers stand in it. */
function tagFinder(): (location: Location) => ExpectedTag {
  const tagByLocation = new Map<Location, ExpectedTag>()
  return (location) => {
    const tag = tagByLocation.get(location) ?? expectedTag(location)
    tagByLocation.set(location, tag)
    return tag
  }
}

/**
 * The newest computer of a group that nothing keeps from bearing the TAG `to`: no virtual machine,
 * and no other TAG that is protected. Looked for once, as all of a group are to bear the same TAG.
 */
function newestFinder(policy: TagPolicy): Known['newestOf'] {
  const newestByGroup = new Map<DuplicateGroup, OcsComputer | undefined>()
  return (group, to) => {
    if (!newestByGroup.has(group)) {
      newestByGroup.set(group, group.computers.find(mayBear(policy, to)))
    }
    return newestByGroup.get(group)
  }
}

function mayBear(policy: TagPolicy, to: string): (computer: OcsComputer) => boolean {
  return (computer) =>
    virtualMachineEvidence(computer, policy) === null &&
    (computer.tag === to || protectingPattern(policy, computer.tag) === null)
}

function rowJudge(known: Known): (computer: OcsComputer) => Verdict {
  return (computer) => {
    const evidence = virtualMachineEvidence(computer, known.policy)
    if (evidence !== null) return { kind: 'virtual-machine', evidence }

    const number = usableNumber(computer, known.policy)
    if (number === null) return { kind: 'empty-number' }

    const booked = known.assets.get(number)
    if (!booked) return { kind: 'not-in-finance', near: known.nearNumbers(number) }

    return judgeBooked(known, computer, booked)
  }
}

function virtualMachineEvidence(
  computer: OcsComputer,
  policy: TagPolicy,
): VirtualMachineEvidence | null {
  const number = computer.inventoryNumber ?? ''
  if (trimSpace(number) !== '' && isOneOf(policy.virtualMachineWords, number)) {
    return { field: 'inventory number', value: number }
  }
  return policy.virtualMachineByEvidence ? computer.virtualMachine : null
}

function judgeBooked(known: Known, computer: OcsComputer, booked: BookedAsset): Verdict {
  const { rows, refused } = booked
  if (refused.length > 0) {
    return { kind: 'refused-in-books', book: 'finance', assets: rows, refused }
  }
  const [asset] = rows
  const [locationId] = booked.locationIds
  if (!asset || locationId === undefined) return { kind: 'not-in-finance', near: [] }
  if (booked.locationIds.length > 1) {
    return { kind: 'ambiguous-location', book: 'finance', assets: rows }
  }
  if (locationId === null) return { kind: 'location-blank', asset }

  const room = known.rooms.get(locationId)
  if (room && room.refused.length > 0) {
    const { answers, refused } = room
    return { kind: 'refused-in-books', book: 'locations', asset, locations: answers, refused }
  }
  const [location] = room?.answers ?? []
  if (!room || !location) {
    const near = known.nearRooms(locationId)
    return { kind: 'location-not-in-classifier', asset, locationId, near }
  }
  if (room.answers.length > 1) {
    return { kind: 'ambiguous-location', book: 'locations', asset, locations: room.answers }
  }
  return judgeLocated(known, computer, { asset, location })
}

interface Located {
  readonly asset: Asset
  readonly location: Location
}

function judgeLocated(known: Known, computer: OcsComputer, located: Located): Verdict {
  const expected = known.tagOf(located.location)
  switch (expected.kind) {
    case 'incomplete':
      return { kind: 'tag-incomplete', ...located, missing: expected.missing }
    case 'unwritable':
      return { kind: 'tag-unwritable', ...located, why: expected.why, to: expected.tag }
    case 'tag':
      return judgeExpected(known, computer, { ...located, to: expected.tag })
  }
}

function judgeExpected(
  known: Known,
  computer: OcsComputer,
  wanted: Located & { readonly to: string },
): Verdict {
  const { to, ...located } = wanted
  if (computer.tag === to) return { kind: 'unchanged', ...located }

  const pattern = protectingPattern(known.policy, computer.tag)
  if (pattern !== null) return { kind: 'protected', pattern, ...wanted }

  const group = known.duplicates.get(located.asset.inventoryNumber)
  return group && !mayTag(known, computer, { group, to })
    ? { kind: 'duplicate-not-tagged', ...wanted }
    : { kind: 'planned', ...wanted }
}

function mayTag(
  { policy, newestOf }: Known,
  computer: OcsComputer,
  { group, to }: { readonly group: DuplicateGroup; readonly to: string },
): boolean {
  if (policy.duplicates === 'tag-all') return true
  return policy.duplicates === 'tag-newest' && newestOf(group, to) === computer
}
