import { describe, expect, it } from 'vitest'
import type { Wire } from '../vendors/fleet.ts'
import { dayAt, dayNumber } from './calendar.ts'
import type { ChangeKind } from './changes.ts'
import { readEvening, type SeenMachine } from './evening.ts'
import { makeFleet } from './fleet.ts'
import { JOINS, MERGES } from './organisations/happenings.ts'

const DEMO = { seed: 2026, size: 700, firstDay: '2025-09-21', lastDay: '2026-11-20' }
const fleet = makeFleet(DEMO)
const after = (days: number) => dayAt(dayNumber(DEMO.firstDay) + days)

/** What changes daily and means nothing. */
const VOLATILE = new Set([
  ...['offline', 'lastContact', 'lastUpdate', 'lastBootTime', 'freeSpace', 'ipAddresses'],
  ...['lastCheckin', 'denyCountOneDay', 'denyCountThreeDays', 'denyCountSevenDays'],
])
const material = (row: Wire) =>
  JSON.stringify(row, (name, value) => (VOLATILE.has(name) ? undefined : value))

/** What the vendors say of each machine, but for what is volatile. */
function said(day: string): Map<number, string> {
  return new Map(
    readEvening(fleet, day).map(({ truth, devices, computers }) => [
      truth.machine,
      [...devices, ...computers].map(material).join('\n'),
    ]),
  )
}

describe('the truth of a day', () => {
  it.each([DEMO.firstDay, after(275), DEMO.lastDay])('accounts for every record on %s', (day) => {
    const { ninjaone, threatlocker } = fleet.on(day)
    const seen = readEvening(fleet, day)
    const told = [...fleet.truth(day).machines()]

    expect(seen.flatMap(({ devices }) => devices)).toHaveLength(ninjaone.deviceCount)
    expect(seen.flatMap(({ computers }) => computers)).toHaveLength(threatlocker.computerCount)
    expect(new Set(told.map(({ machine }) => machine)).size).toBe(told.length)
    expect(told.every((it) => it.ninjaone.length + it.threatlocker.length > 0)).toBe(true)
  })

  it.each([1, 60, 119, 200, JOINS.after, 331, MERGES.after, MERGES.afterInEdr, 425])(
    'names exactly the machines of which the vendors say something else, after %i days',
    (days) => {
      const [before, now] = [said(after(days - 1)), said(after(days))]
      const machines = new Set([...before.keys(), ...now.keys()])
      const changed = [...machines].filter((it) => before.get(it) !== now.get(it))
      const told = [...fleet.truth(after(days)).changed()].map(({ machine }) => machine)

      expect(changed.length).toBeGreaterThan(0)
      expect(told.toSorted(byNumber)).toEqual(changed.toSorted(byNumber))
    },
  )

  it('has nothing changed on the first day', () => {
    expect([...fleet.truth(DEMO.firstDay).changed()]).toEqual([])
  })

  it('agrees with the vendors where nothing ugly is planted', () => {
    const plain = readEvening(fleet, DEMO.lastDay).filter(({ truth }) => truth.uglyCase === null)
    const { organisations } = fleet.truth(DEMO.lastDay)
    const idOf = new Map(organisations.map((it) => [it.code, it]))

    expect(plain.length).toBeGreaterThan(400)
    for (const { truth, devices, computers } of plain) {
      const [device] = devices
      const [computer] = computers
      if (device) {
        expect(device.organizationId).toBe(idOf.get(truth.organisation)?.ninjaone?.id)
        expect(device.nodeClass).toBe(truth.nodeClass)
        expect(String(device.dnsName)).toMatch(new RegExp(`^${truth.hostName}\\.`, 'i'))
        expect(/spare/i.test(String(device.displayName))).toBe(truth.isSpare)
      }
      if (computer) {
        expect(computer.organizationId).toBe(idOf.get(truth.organisation)?.threatlocker?.id)
        expect(computer.hostname).toBe(truth.hostName)
      }
    }
  })
})

describe('a change', () => {
  const days = Array.from({ length: 120 }, (_, at) => at + 1)
  const changes = days.flatMap((day) => {
    const before = new Map(readEvening(fleet, after(day - 1)).map((it) => [it.truth.machine, it]))
    const now = new Map(readEvening(fleet, after(day)).map((it) => [it.truth.machine, it]))
    return [...fleet.truth(after(day)).changed()].map(({ machine, changes }) => ({
      kinds: changes,
      before: before.get(machine),
      now: now.get(machine),
    }))
  })
  const ofKind = (kind: ChangeKind) => changes.filter(({ kinds }) => kinds.includes(kind))
  const location = (seen: SeenMachine | undefined) => seen?.devices[0]?.locationId
  const release = (seen: SeenMachine | undefined) => {
    const row = seen?.devices[0]?.os ?? seen?.computers[0]?.operatingSystem
    return JSON.stringify(row, (name, value) => (VOLATILE.has(name) ? undefined : value))
  }

  type Sides = (before: SeenMachine | undefined, now: SeenMachine | undefined) => boolean
  const MEANINGS: Readonly<Record<Exclude<ChangeKind, 'moved-in-threatlocker'>, Sides>> = {
    new: (before, now) => before === undefined && now !== undefined,
    gone: (before, now) => before !== undefined && now === undefined,
    renamed: (before, now) =>
      before?.truth.hostName !== now?.truth.hostName ||
      before?.devices[0]?.displayName !== now?.devices[0]?.displayName,
    'moved-organisation': (before, now) => before?.truth.organisation !== now?.truth.organisation,
    'moved-location': (before, now) => location(before) !== location(now),
    're-imaged': (before, now) => {
      const known = keysOf(before)
      const [fresh, old] = keysOf(now)
      return !known.includes(fresh) && known.includes(old) && serialsOf(now).size === 1
    },
    'old-record-removed': (before, now) => recordsOf(before) > recordsOf(now),
    'went-spare': (before, now) => before?.truth.isSpare === false && now?.truth.isSpare === true,
    'back-in-use': (before, now) => before?.truth.isSpare === true && now?.truth.isSpare === false,
    'os-upgraded': (before, now) => release(before) !== release(now),
  }

  it.each(Object.entries(MEANINGS))('%s is to be seen at the vendors', (kind, isSo) => {
    const found = ofKind(kind as ChangeKind) // a key of MEANINGS

    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(({ before, now }) => !isSo(before, now))).toEqual([])
  })
})

describe('a machine installed anew', () => {
  const days = Array.from({ length: 40 }, (_, at) => after(40 + at))
  const fresh = days.flatMap((day) =>
    [...fleet.truth(day).changed()]
      .filter(({ changes, ninjaone }) => changes.includes('re-imaged') && ninjaone.length > 1)
      .map(({ machine, ninjaone: [id, old] }) => ({ day, machine, id, old })),
  )
  const dayBefore = (day: string) => dayAt(dayNumber(day) - 1)
  const records = (day: string) =>
    new Map(readEvening(fleet, day).flatMap(({ devices }) => devices.map((it) => [it.id, it])))

  it('leaves an old record that is silent and tells what it told last', () => {
    expect(fresh.length).toBeGreaterThan(5)
    for (const { day, old } of fresh) {
      const [before, now] = [records(dayBefore(day)).get(old), records(day).get(old)]
      const isOwn = ([name]: readonly [string, unknown]) => name !== 'offline'
      expect(Object.entries(now ?? {}).filter(isOwn)).toEqual(
        Object.entries(before ?? {}).filter(isOwn),
      )
      expect(now?.offline).toBe(true)
    }
  })

  it('loses the old record after 3 to 14 days', () => {
    for (const { day, machine, old } of fresh) {
      const idsAfter = (days: number) => {
        const truth = fleet.truth(dayAt(dayNumber(day) + days))
        return [...truth.machines()].find((it) => it.machine === machine)?.ninjaone ?? []
      }
      expect(idsAfter(2)).toContain(old)
      expect(idsAfter(15)).not.toContain(old)
    }
  })
})

it('tells of about 2 % of the machines a day', () => {
  const large = makeFleet({ ...DEMO, size: 10_000 })
  for (const days of [1, 100, 200, 300, 425]) {
    const truth = large.truth(after(days))
    const share = [...truth.changed()].length / [...truth.machines()].length
    expect(share).toBeGreaterThan(0.016)
    expect(share).toBeLessThan(0.024)
  }
})

/** Ids at NinjaOne, or else at ThreatLocker, the current one first. */
function keysOf(seen: SeenMachine | undefined): unknown[] {
  const { ninjaone, threatlocker } = seen?.truth ?? { ninjaone: [], threatlocker: [] }
  return ninjaone.length > 0 ? [...ninjaone] : [...threatlocker]
}

function serialsOf(seen: SeenMachine | undefined): Set<unknown> {
  const systems = seen?.devices.map(({ system }) => system as Wire | undefined) // only agents have it
  const rows = systems?.length ? systems : (seen?.computers ?? [])
  return new Set(rows.map((row) => row?.serialNumber))
}

function recordsOf(seen: SeenMachine | undefined): number {
  return (seen?.devices.length ?? 0) + (seen?.computers.length ?? 0)
}

function byNumber(one: number, other: number): number {
  return one - other
}
