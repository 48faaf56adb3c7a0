/** Which device each group of records is, and what became of the devices it takes records from. */
export interface Assignment {
  /** In the order of the groups. */
  readonly groups: readonly AssignedGroup[]
  /** Devices all of whose records are now of others, by id. */
  readonly merged: readonly MergedDevice[]
}

export interface AssignedGroup {
  readonly recordIds: readonly number[]
  /** Null for a device that is to be made. */
  readonly deviceId: number | null
  /** For a new device: the one most of its records were of before; null when they were of none. */
  readonly splitFrom: number | null
}

export interface MergedDevice {
  readonly deviceId: number
  readonly intoId: number
}

/** So many records of a group were of a device. */
interface Share {
  readonly group: number
  readonly deviceId: number
  readonly records: number
}

/**
 * Lets each group keep the device that most of its records were of, and of equal ones the lowest id.
 * Of several groups that have records of one device, the one with the most keeps it, and of equal
 * ones the first; the others keep their next, or become new. `previous` gives each record's device.
 */
export function assignDevices(
  groups: readonly (readonly number[])[],
  previous: ReadonlyMap<number, number>,
): Assignment {
  const shares = groups.flatMap((recordIds, group) => sharesOf(recordIds, group, previous))
  shares.sort((a, b) => b.records - a.records || a.deviceId - b.deviceId || a.group - b.group)
  const deviceByGroup = new Map<number, number>()
  const groupByDevice = new Map<number, number>()
  for (const { group, deviceId } of shares) {
    if (deviceByGroup.has(group) || groupByDevice.has(deviceId)) continue
    deviceByGroup.set(group, deviceId)
    groupByDevice.set(deviceId, group)
  }
  const most = new Map<number, number>()
  for (const { group, deviceId } of shares) if (!most.has(group)) most.set(group, deviceId)
  return {
    groups: groups.map((recordIds, group) => {
      const deviceId = deviceByGroup.get(group) ?? null
      const splitFrom = deviceId === null ? (most.get(group) ?? null) : null
      return { recordIds, deviceId, splitFrom }
    }),
    merged: mergedOf(shares, deviceByGroup, groupByDevice),
  }
}

function sharesOf(
  recordIds: readonly number[],
  group: number,
  previous: ReadonlyMap<number, number>,
): Share[] {
  const counts = new Map<number, number>()
  for (const recordId of recordIds) {
    const deviceId = previous.get(recordId)
    if (deviceId !== undefined) counts.set(deviceId, (counts.get(deviceId) ?? 0) + 1)
  }
  return [...counts].map(([deviceId, records]) => ({ group, deviceId, records }))
}

/** A device that no group kept went into the one that most of its records are of now. */
function mergedOf(
  shares: readonly Share[],
  deviceByGroup: ReadonlyMap<number, number>,
  groupByDevice: ReadonlyMap<number, number>,
): MergedDevice[] {
  const intoByDevice = new Map<number, number>()
  for (const { group, deviceId } of shares) {
    const intoId = deviceByGroup.get(group)
    if (intoId === undefined || groupByDevice.has(deviceId)) continue
    if (!intoByDevice.has(deviceId)) intoByDevice.set(deviceId, intoId)
  }
  const merged = [...intoByDevice].map(([deviceId, intoId]) => ({ deviceId, intoId }))
  return merged.sort((one, other) => one.deviceId - other.deviceId)
}
