import type { KnownDevices } from './known-devices.ts'

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

/** What speaks for it that a group is a device. */
interface Claim {
  readonly group: number
  readonly deviceId: number
  /** 0 for the device its records were of, 1 for the most recent one before that, and so on. */
  age: number
  /** How many of its records were of the device. */
  records: number
  /** Without those that came to it from another device. */
  own: number
  isFounders: boolean
}

/**
 * Lets each group keep the device that most of its records were of, and of equal ones the lowest id.
 * Of several groups that have records of one device, the one with the most keeps it, whereby those
 * merged into it do not count; of equal ones that with its founder, or else the first. The others
 * keep their next, or take back the most recent device their records were of before and that no
 * record is of any more, or become new.
 */
export function assignDevices(
  groups: readonly (readonly number[])[],
  known: KnownDevices,
): Assignment {
  const claims = groups.flatMap((recordIds, group) => claimsOf(recordIds, group, known))
  const latest = claims.filter(({ age }) => age === 0).sort(byWeight)
  const inUse = new Set(known.latest.values())
  const former = claims.filter(({ age, deviceId }) => age > 0 && !inUse.has(deviceId))
  const deviceByGroup = new Map<number, number>()
  const groupByDevice = new Map<number, number>()
  for (const { group, deviceId } of [...latest, ...former.sort(byWeight)]) {
    if (deviceByGroup.has(group) || groupByDevice.has(deviceId)) continue
    deviceByGroup.set(group, deviceId)
    groupByDevice.set(deviceId, group)
  }
  const most = new Map<number, number>()
  for (const { group, deviceId } of latest) if (!most.has(group)) most.set(group, deviceId)
  return {
    groups: groups.map((recordIds, group) => {
      const deviceId = deviceByGroup.get(group) ?? null
      const splitFrom = deviceId === null ? (most.get(group) ?? null) : null
      return { recordIds, deviceId, splitFrom }
    }),
    merged: mergedOf(latest, deviceByGroup, groupByDevice),
  }
}

function claimsOf(recordIds: readonly number[], group: number, known: KnownDevices): Claim[] {
  const claims = new Map<number, Claim>()
  for (const recordId of recordIds) {
    const latest = known.latest.get(recordId)
    if (latest === undefined) continue
    const before = known.former.get(recordId) ?? []
    for (const [age, deviceId] of [latest, ...before].entries()) {
      const isFounder = known.founders.get(deviceId) === recordId
      const none = { group, deviceId, age, records: 0, own: 0, isFounders: false }
      const claim = claims.get(deviceId) ?? none
      claim.age = Math.min(claim.age, age)
      claim.records += 1
      if (isFounder || before.length === 0) claim.own += 1
      claim.isFounders ||= isFounder
      claims.set(deviceId, claim)
    }
  }
  return [...claims.values()]
}

function byWeight(a: Claim, b: Claim): number {
  return (
    a.age - b.age ||
    b.own - a.own ||
    Number(b.isFounders) - Number(a.isFounders) ||
    b.records - a.records ||
    a.deviceId - b.deviceId ||
    a.group - b.group
  )
}

/** A device that no group kept went into the one that most of its records are of now. */
function mergedOf(
  claims: readonly Claim[],
  deviceByGroup: ReadonlyMap<number, number>,
  groupByDevice: ReadonlyMap<number, number>,
): MergedDevice[] {
  const intoByDevice = new Map<number, number>()
  for (const { group, deviceId } of claims) {
    const intoId = deviceByGroup.get(group)
    if (intoId === undefined || groupByDevice.has(deviceId)) continue
    if (!intoByDevice.has(deviceId)) intoByDevice.set(deviceId, intoId)
  }
  const merged = [...intoByDevice].map(([deviceId, intoId]) => ({ deviceId, intoId }))
  return merged.sort((one, other) => one.deviceId - other.deviceId)
}
