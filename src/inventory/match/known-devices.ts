/** Which devices records are known to be, before a day is matched. */
export interface KnownDevices {
  /** The device each record was of. */
  readonly latest: ReadonlyMap<number, number>
  /** The other devices it was ever of, the most recent first; only of records that have any. */
  readonly former: ReadonlyMap<number, readonly number[]>
  /** The record each device was made for. */
  readonly founders: ReadonlyMap<number, number>
}

/** One device of a record; those of one record come together, its latest first. */
export interface KnownDevice {
  readonly record: number
  readonly device: number
  /** Whether the device was made for the record. */
  readonly isFounder: boolean
}

export function knownDevices(rows: readonly KnownDevice[]): KnownDevices {
  const latest = new Map<number, number>()
  const former = new Map<number, number[]>()
  const founders = new Map<number, number>()
  for (const { record, device, isFounder } of rows) {
    if (isFounder) founders.set(device, record)
    if (!latest.has(record)) latest.set(record, device)
    else former.set(record, [...(former.get(record) ?? []), device])
  }
  return { latest, former, founders }
}

/** Nothing but the device of each record. */
export function onlyLatest(latest: KnownDevices['latest']): KnownDevices {
  return { latest, former: new Map(), founders: new Map() }
}
