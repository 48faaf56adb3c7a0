import { describe, expect, it } from 'vitest'
import { changeAt, firstDay, fleetOn, nextDay } from './fleet-day.ts'
import { machineAt } from './machine.ts'
import { ninjaoneDevice, ninjaoneId } from './ninjaone-device.ts'
import { computerId } from './threatlocker-computer.ts'

const COUNT = 4_000

describe('a fleet', () => {
  it('is on a day what its days before made of it', () => {
    expect(fleetOn(COUNT, 3)).toEqual(nextDay(nextDay(nextDay(firstDay(COUNT)))))
  })

  it('leaves the day before as it was', () => {
    const first = firstDay(COUNT)
    nextDay(first)
    expect(first).toEqual(firstDay(COUNT))
  })

  it('changes in about two machines of a hundred a day, in every way', () => {
    const changes = Array.from({ length: 20 }, (_, day) => day + 1).flatMap((day) =>
      Array.from({ length: COUNT }, (_, place) => changeAt(place, day)),
    )
    const shares = Object.fromEntries(
      [...Map.groupBy(changes, (change) => change ?? 'nothing')].map(([change, those]) => [
        change,
        Math.round((those.length / changes.length) * 1_000),
      ]),
    )

    expect(shares).toEqual({ nothing: 980, renamed: 8, moved: 4, 're-imaged': 4, replaced: 4 })
  })
})

describe('a machine', () => {
  const before = fleetOn(COUNT, 5)
  const after = nextDay(before)
  const placesOf = (change: ReturnType<typeof changeAt>) =>
    Array.from({ length: COUNT }, (_, place) => place).filter(
      (place) => changeAt(place, after.day) === change,
    )
  const ofBoth = (change: ReturnType<typeof changeAt>) =>
    placesOf(change).map((place) => ({
      was: machineAt(before, place),
      is: machineAt(after, place),
    }))

  it('that is renamed keeps its record and its serial', () => {
    expect(ofBoth('renamed').length).toBeGreaterThan(0)
    for (const { was, is } of ofBoth('renamed')) {
      expect(is).toEqual({ ...was, host: is.host, name: is.name })
      expect(is.host).not.toBe(was.host)
    }
  })

  it('that is moved is in another organisation', () => {
    for (const { was, is } of ofBoth('moved')) {
      expect(is.organisation).not.toBe(was.organisation)
      expect([is.serial, is.record]).toEqual([was.serial, was.record])
    }
  })

  it('that is set up anew gets a new id and keeps its serial', () => {
    for (const { was, is } of ofBoth('re-imaged')) {
      expect(is).toEqual({ ...was, record: was.record + 1 })
      expect(ninjaoneId(is)).not.toBe(ninjaoneId(was))
      expect(computerId(is)).not.toBe(computerId(was))
    }
  })

  it('that is replaced gives way to one of another serial', () => {
    for (const { was, is } of ofBoth('replaced')) {
      expect(is.record).toBe(was.record + 1)
      expect(is.serial).not.toBe(was.serial)
    }
  })

  it('has a NinjaOne id beyond those of all places before', () => {
    const ids = Array.from({ length: COUNT }, (_, place) => ninjaoneId(machineAt(after, place)))

    expect(ids).toEqual(ids.toSorted((one, other) => one - other))
    expect(new Set(ids).size).toBe(COUNT)
  })

  it('says something else of what is volatile every day', () => {
    const machine = machineAt(before, 0)
    const [one, other] = [ninjaoneDevice(machine, 5), ninjaoneDevice(machine, 6)]

    expect(one.lastContact).not.toBe(other.lastContact)
    expect({ ...other, lastContact: 0 }).not.toEqual({ ...one, lastContact: 0 })
  })
})
