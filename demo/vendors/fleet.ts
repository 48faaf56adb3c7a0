/** An object as a vendor puts it on the wire. */
export type Wire = Readonly<Record<string, unknown>>

/** What a simulated NinjaOne holds. Devices are made when asked for, so that a million need no memory. */
export interface NinjaoneFleet {
  readonly organizations: readonly Wire[]
  readonly locations: readonly Wire[]
  readonly roles: readonly Wire[]
  readonly deviceCount: number
  /** The device at a place from 0; ids ascend with the place. Detailed, as `/v2/devices-detailed` gives it. */
  device(place: number): Wire
  /** Custom fields of the device at a place, by name. */
  customFields(place: number): Wire
}

/** What a simulated ThreatLocker holds: the whole tree below one parent organisation. */
export interface ThreatlockerFleet {
  /** The organisation the account belongs to; the vendor's list of children lacks it. */
  readonly parent: Wire
  readonly children: readonly Wire[]
  readonly computerCount: number
  /** The computer at a place from 0, without `totalRows`. */
  computer(place: number): Wire
}
