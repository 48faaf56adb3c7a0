import type { Wire } from '../fleet.ts'

/** A computer of a list on its way to be sorted. */
export interface PlacedComputer {
  readonly place: number
  readonly computer: Wire
}

export interface Order {
  readonly orderBy: string
  readonly isAscending: boolean
}

type Key = string | number

/** By what of a row each order sorts; ids decide between equals. */
const SORT_KEYS: Readonly<Record<string, (computer: Wire) => Key>> = {
  computername: ({ computerName }) => String(computerName ?? '').toLowerCase(),
  group: ({ group }) => String(group ?? '').toLowerCase(),
  action: ({ action }) => String(action ?? '').toLowerCase(),
  lastcheckin: ({ lastCheckin }) => String(lastCheckin ?? ''),
  computerinstalldate: ({ installDate }) => String(installDate ?? ''),
  deniedcountthreedays: ({ denyCountThreeDays }) => Number(denyCountThreeDays ?? 0),
  threatlockerversion: ({ threatLockerVersion }) => String(threatLockerVersion ?? ''),
}

/** True for an order there is. */
export function isOrder(orderBy: string): boolean {
  return Object.hasOwn(SORT_KEYS, orderBy)
}

/** The places of computers in an order; of the computers only what sorts them is held. */
export function sortedPlaces(
  computers: Iterable<PlacedComputer>,
  { orderBy, isAscending }: Order,
): readonly number[] {
  const keyOf = SORT_KEYS[orderBy] ?? (() => '')
  const keyed = Array.from(computers, ({ place, computer }) => {
    return { place, key: keyOf(computer), id: String(computer.computerId) }
  })
  keyed.sort((one, other) => compare(one.key, other.key) || compare(one.id, other.id))
  const places = keyed.map(({ place }) => place)
  return isAscending ? places : places.reverse()
}

function compare(one: Key, other: Key): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
