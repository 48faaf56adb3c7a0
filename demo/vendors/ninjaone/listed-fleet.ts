import type { NinjaoneFleet, Wire } from '../fleet.ts'

/** What a small NinjaOne holds, written out. */
export interface ListedNinjaone {
  readonly organizations?: readonly Wire[]
  readonly locations?: readonly Wire[]
  readonly roles?: readonly Wire[]
  /** By ascending id. */
  readonly devices: readonly Wire[]
  /** By device id. */
  readonly customFields?: Readonly<Record<string, Wire>>
}

/** A fleet of exactly these devices. */
export function listedFleet(listed: ListedNinjaone): NinjaoneFleet {
  const { organizations = [], locations = [], roles = [], devices, customFields = {} } = listed
  const device = (place: number): Wire => {
    const found = devices[place]
    if (found === undefined) throw new RangeError(`there is no device at place ${place}`)
    return found
  }
  return {
    organizations,
    locations,
    roles,
    deviceCount: devices.length,
    device,
    customFields: (place) => customFields[String(device(place).id)] ?? {},
  }
}
