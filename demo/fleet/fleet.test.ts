import { describe, expect, it } from 'vitest'
import { dayAt, dayNumber } from './calendar.ts'
import { listOf, readEvening } from './evening.ts'
import { makeFleet } from './fleet.ts'
import { JOINS, MERGES, RENAMES } from './organisations/happenings.ts'

const DEMO = { seed: 2026, size: 700, firstDay: '2025-09-21', lastDay: '2026-11-20' }
const fleet = makeFleet(DEMO)
const first = dayNumber(DEMO.firstDay)
const after = (days: number) => dayAt(first + days)

describe('makeFleet', () => {
  it('makes the same fleet for the same seed and another for another', () => {
    const day = DEMO.lastDay

    expect(readEvening(makeFleet(DEMO), day)).toEqual(readEvening(fleet, day))
    expect(readEvening(makeFleet({ ...DEMO, seed: 7 }), day)).not.toEqual(readEvening(fleet, day))
  })

  it('makes a day the same whatever the last day is and whatever was asked before', () => {
    const shorter = makeFleet({ ...DEMO, lastDay: after(30) })
    readEvening(shorter, after(3))

    expect(readEvening(shorter, after(30))).toEqual(readEvening(fleet, after(30)))
  })

  it('makes a device alone as it makes it among others', () => {
    const { ninjaone } = fleet.on(DEMO.lastDay)
    const all = listOf(ninjaone.deviceCount, ninjaone.device)

    expect(ninjaone.device(311)).toEqual(all[311])
    expect(fleet.on(DEMO.lastDay).ninjaone.device(311)).toEqual(all[311])
  })

  it.each([DEMO.firstDay, after(200), DEMO.lastDay])('has the demo size on %s', (day) => {
    const { ninjaone, threatlocker } = fleet.on(day)

    expect(Math.abs(ninjaone.deviceCount - 700)).toBeLessThan(50)
    expect(Math.abs(threatlocker.computerCount - 500)).toBeLessThan(50)
  })

  it.each([1, 2, 30])('makes fleets of a few machines too: %i', (size) => {
    const small = makeFleet({ ...DEMO, size })

    expect(readEvening(small, DEMO.firstDay)).toHaveLength(size)
    expect(readEvening(small, DEMO.lastDay).length).toBeGreaterThan(0)
  })

  it.each([
    { size: 0 },
    { size: 1.5 },
    { size: 2_000_001 },
    { lastDay: '2025-09-20' },
    { firstDay: 'yesterday' },
  ])('refuses %o', (wrong) => {
    expect(() => makeFleet({ ...DEMO, ...wrong })).toThrow(RangeError)
  })

  it('refuses days and places it does not have', () => {
    const { ninjaone } = fleet.on(DEMO.firstDay)

    expect(() => fleet.on('2025-09-20')).toThrow(RangeError)
    expect(() => fleet.truth('2026-11-21')).toThrow(RangeError)
    expect(() => ninjaone.device(ninjaone.deviceCount)).toThrow(RangeError)
    expect(() => ninjaone.device(-1)).toThrow(RangeError)
  })
})

describe('the ids', () => {
  it.each([DEMO.firstDay, after(280), DEMO.lastDay])('ascend with the place on %s', (day) => {
    const { ninjaone } = fleet.on(day)
    const ids = listOf(ninjaone.deviceCount, ninjaone.device).map(({ id }) => Number(id))
    const ascending = (rows: readonly { id?: unknown }[]) => rows.map(({ id }) => Number(id))

    expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => one - other))
    for (const ids of [ninjaone.organizations, ninjaone.locations].map(ascending)) {
      expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => one - other))
    }
  })

  it('of new machines come after all others', () => {
    const yesterday = fleet.on(after(99)).ninjaone
    const greatest = Number(yesterday.device(yesterday.deviceCount - 1).id)
    const days = Array.from({ length: 20 }, (_, at) => after(100 + at))
    const fresh = days.flatMap((day) =>
      [...fleet.truth(day).changed()].filter(({ changes }) => changes.includes('new')),
    )
    expect(fresh.length).toBeGreaterThan(3)
    expect(fresh.flatMap(({ ninjaone }) => ninjaone).every((id) => id > greatest)).toBe(true)
  })

  it('of ThreatLocker occur once', () => {
    const { threatlocker } = fleet.on(DEMO.lastDay)
    const rows = listOf(threatlocker.computerCount, threatlocker.computer)

    expect(new Set(rows.map(({ computerId }) => computerId)).size).toBe(rows.length)
  })
})

describe('the organisations', () => {
  const { ninjaone, threatlocker } = fleet.on(DEMO.lastDay)
  const computers = listOf(threatlocker.computerCount, threatlocker.computer)

  it('are tens, of skewed sizes, with one to six locations', () => {
    const devices = listOf(ninjaone.deviceCount, ninjaone.device)
    const sizes = [...Map.groupBy(devices, (it) => it.organizationId).values()]
      .map(({ length }) => length)
      .toSorted((one, other) => other - one)
    const places = Map.groupBy(ninjaone.locations, (it) => it.organizationId)

    expect(ninjaone.organizations.length).toBeGreaterThan(20)
    expect(sizes[0]).toBeGreaterThan(5 * (sizes[15] ?? Number.POSITIVE_INFINITY))
    expect([...places.values()].every(({ length }) => length <= 6)).toBe(true)
    expect(new Set(places.keys())).toEqual(new Set(ninjaone.organizations.map(({ id }) => id)))
  })

  it('are all listed: those of devices with their locations, those of computers by the name they bear', () => {
    const locations = new Set(ninjaone.locations.map((it) => `${it.organizationId}/${it.id}`))
    const tenants = [threatlocker.parent, ...threatlocker.children]
    const names = new Map(tenants.map((it) => [it.organizationId, it.displayName]))
    const devices = listOf(ninjaone.deviceCount, ninjaone.device)
    const placed = devices.filter((it) => it.locationId !== undefined)

    expect(placed.filter((it) => !locations.has(`${it.organizationId}/${it.locationId}`))).toEqual(
      [],
    )
    expect(computers.filter((it) => names.get(it.organizationId) !== it.organization)).toEqual([])
  })

  it('count their computers in ThreatLocker, and the parent has some itself', () => {
    const standing = computers.filter(({ isDeleted }) => isDeleted === false)
    const counted = Map.groupBy(standing, ({ organizationId }) => organizationId)
    const { parent, children } = threatlocker

    for (const { organizationId, computerCount, activeCount } of [parent, ...children]) {
      const rows = counted.get(organizationId) ?? []
      expect(computerCount).toBe(rows.length)
      expect(activeCount).toBe(rows.filter((row) => row.hasAtLeastOneCheckin === true).length)
    }
    expect(Number(parent.computerCount)).toBeGreaterThan(0)
    expect(children).not.toContainEqual(
      expect.objectContaining({ organizationId: parent.organizationId }),
    )
  })

  it('are written otherwise by the two vendors, or known to one of them only', () => {
    const { organisations } = fleet.truth(DEMO.lastDay)
    const both = organisations.filter((it) => it.ninjaone && it.threatlocker)
    const same = both.filter((it) => it.ninjaone?.name === it.threatlocker?.name)

    expect(same.length).toBeGreaterThan(3)
    expect(both.length - same.length).toBeGreaterThan(10)
    expect(organisations.filter((it) => it.threatlocker === null)).toHaveLength(1)
    expect(organisations.filter((it) => it.ninjaone === null)).toHaveLength(1)
  })
})

describe('the happenings', () => {
  const organisation = (day: string, code: string) =>
    fleet.truth(day).organisations.find((it) => it.code === code)
  const machinesOf = (day: string, code: string) =>
    [...fleet.truth(day).machines()].filter((it) => it.organisation === code)

  it('are three in fourteen months', () => {
    expect(fleet.happenings.map(({ kind, day }) => [kind, day])).toEqual([
      ['joined', after(JOINS.after)],
      ['renamed-in-ninjaone', after(RENAMES.after)],
      ['merged', after(MERGES.after)],
    ])
    expect(makeFleet({ ...DEMO, lastDay: after(9) }).happenings).toEqual([])
  })

  it('let an organisation of 5 % join on one day', () => {
    const { organisation: code, after: days } = JOINS

    expect(organisation(after(days - 1), code)).toBeUndefined()
    expect(machinesOf(after(days - 1), code)).toEqual([])
    expect(machinesOf(after(days), code)).toHaveLength(35)
    expect(machinesOf(after(days), code).every((it) => it.changes.includes('new'))).toBe(true)
  })

  it('rename an organisation in one vendor only', () => {
    const { organisation: code, after: days } = RENAMES
    const before = organisation(after(days - 1), code)
    const renamed = organisation(after(days), code)

    expect(renamed?.ninjaone?.id).toBe(before?.ninjaone?.id)
    expect(renamed?.ninjaone?.name).not.toBe(before?.ninjaone?.name)
    expect(renamed?.threatlocker).toEqual(before?.threatlocker)
  })

  it('merge an organisation into another, in ThreatLocker later', () => {
    const { organisation: code, into, after: days, afterInEdr } = MERGES
    const moved = machinesOf(after(days - 1), code).map(({ machine }) => machine)
    const there = machinesOf(after(days), into).map(({ machine }) => machine)

    expect(moved.length).toBeGreaterThan(2)
    expect(moved.filter((machine) => there.includes(machine)).length).toBeGreaterThan(2)
    expect(machinesOf(after(days), code)).toEqual([])
    expect(organisation(after(days), code)).toMatchObject({ ninjaone: null })
    expect(organisation(after(afterInEdr - 1), code)?.threatlocker).not.toBeNull()
    expect(organisation(after(afterInEdr), code)).toBeUndefined()
  })
})

describe('the days', () => {
  const inTouchOn = (day: string) => {
    const { ninjaone } = fleet.on(day)
    const from = Date.parse(`${day}T00:00:00Z`) / 1000
    const devices = listOf(ninjaone.deviceCount, ninjaone.device)
    return devices.filter(({ lastContact }) => Number(lastContact) >= from).length
  }

  it('have a weekly rhythm, with holidays', () => {
    const wednesday = inTouchOn('2026-11-18')

    expect(wednesday).toBeGreaterThan(500)
    expect(inTouchOn('2026-11-15')).toBeLessThan(wednesday / 2)
    expect(inTouchOn('2026-05-01')).toBeLessThan(wednesday / 2)
  })

  it('change what is volatile about every machine that is in touch', () => {
    const [tuesday, wednesday] = ['2026-11-17', '2026-11-18'].map(
      (day) => new Map(readEvening(fleet, day).map((seen) => [seen.truth.machine, seen])),
    )
    const from = Date.parse('2026-11-18T00:00:00Z') / 1000
    const pairs = [...(wednesday ?? [])].flatMap(
      ([
        machine,
        {
          devices: [device],
        },
      ]) => {
        const before = tuesday?.get(machine)?.devices[0]
        const isInTouch = device?.os !== undefined && Number(device.lastContact) >= from
        return before && isInTouch ? [{ before, device }] : []
      },
    )
    const changed = pairs.filter(
      ({ before, device }) =>
        before.lastContact !== device.lastContact &&
        JSON.stringify(before.volumes) !== JSON.stringify(device.volumes),
    )
    const moved = pairs.filter(
      ({ before, device }) => String(before.ipAddresses) !== String(device.ipAddresses),
    )
    expect(pairs.length).toBeGreaterThan(400)
    expect(changed).toHaveLength(pairs.length)
    expect(moved.length).toBeGreaterThan(pairs.length / 2)
  })

  it('never tell of what is still to come', () => {
    for (const day of [DEMO.firstDay, after(150), DEMO.lastDay]) {
      const until = Date.parse(`${day}T23:00:00Z`) / 1000
      for (const { devices, computers } of readEvening(fleet, day)) {
        for (const { created, lastContact } of devices) {
          expect(Number(lastContact)).toBeLessThan(until)
          expect(Number(created)).toBeLessThanOrEqual(Number(lastContact))
        }
        for (const { lastCheckin } of computers) {
          expect(Date.parse(String(lastCheckin ?? day)) / 1000).toBeLessThan(until)
        }
      }
    }
  })
})

describe('a fleet of a million', () => {
  const million = makeFleet({ ...DEMO, size: 1_000_000, lastDay: after(1) })
  const SPREAD = 10_000

  it('gives devices all over the list by ascending id', () => {
    const { ninjaone } = million.on(after(1))
    const ids = Array.from({ length: SPREAD }, (_, at) =>
      Number(ninjaone.device(Math.floor((at * ninjaone.deviceCount) / SPREAD)).id),
    )
    expect(ninjaone.deviceCount).toBeGreaterThan(950_000)
    expect(ids).toEqual(ids.toSorted((one, other) => one - other))
    expect(new Set(ids).size).toBe(SPREAD)
  })

  it('gives computers all over the list, each another', () => {
    const { threatlocker } = million.on(after(1))
    const rows = Array.from({ length: SPREAD }, (_, at) =>
      threatlocker.computer(Math.floor((at * threatlocker.computerCount) / SPREAD)),
    )
    expect(threatlocker.computerCount).toBeGreaterThan(650_000)
    expect(new Set(rows.map(({ computerId }) => computerId)).size).toBe(SPREAD)
  })
})
