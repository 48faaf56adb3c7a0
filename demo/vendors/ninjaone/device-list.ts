import type { NinjaoneFleet, Wire } from '../fleet.ts'
import type { DeviceFilter } from './device-filter.ts'

/** A device and the custom fields it has. */
export interface ListedDevice {
  readonly device: Wire
  customFields(): Wire
}

/** The devices in order of id, made one by one when they are asked for. */
export interface DeviceList {
  /** How many places there are; some of them may have been vacated. */
  readonly places: number
  /** The first place whose device has an id greater than `id`. */
  placeAfter(id: number): number
  /** Devices from a place on, the vacated left out. */
  from(place: number): Iterable<ListedDevice & { readonly place: number }>
}

/** What became of a fleet since it was counted. */
export interface Since {
  readonly gone: ReadonlySet<number>
  readonly added: readonly Wire[]
}

/** The list of a fleet's devices, without those gone and with those added at its end. */
export function deviceList(fleet: NinjaoneFleet, { gone, added }: Since): DeviceList {
  const places = fleet.deviceCount + added.length
  const at = (place: number): Wire => {
    if (place < fleet.deviceCount) return fleet.device(place)
    return added[place - fleet.deviceCount] ?? {}
  }
  return { places, placeAfter, from }

  function placeAfter(id: number): number {
    let low = 0
    let high = id === Number.NEGATIVE_INFINITY ? 0 : places
    while (low < high) {
      const middle = (low + high) >>> 1
      if (idAt(middle) > id) high = middle
      else low = middle + 1
    }
    return low
  }

  /** A device that lost its id goes with the one before it. */
  function idAt(place: number): number {
    const { id } = at(place)
    return typeof id === 'number' || place === 0 ? Number(id) : idAt(place - 1)
  }

  function* from(start: number) {
    for (let place = start; place < places; place += 1) {
      const device = at(place)
      if (gone.has(Number(device.id))) continue
      const customFields = () => (place < fleet.deviceCount ? fleet.customFields(place) : {})
      yield { place, device, customFields }
    }
  }
}

/** Up to `size` devices from a place on that pass the filter. */
export function takeDevices(
  list: DeviceList,
  { place, size, filter }: { place: number; size: number; filter: DeviceFilter },
) {
  return Iterator.from(list.from(place))
    .filter(({ device }) => filter(device))
    .take(size)
    .toArray()
}
