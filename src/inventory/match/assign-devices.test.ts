import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignDevices } from './assign-devices.ts'
import { type KnownDevice, knownDevices, onlyLatest } from './known-devices.ts'

/** Each record's device; of several the latest first, and those it founded by themselves. */
const before = (devices: Record<number, number | number[]>, founded: Record<number, number> = {}) =>
  knownDevices(
    Object.entries(devices).flatMap(([record, all]) =>
      [all].flat().map((device) => ({
        ...{ record: Number(record), device },
        isFounder: founded[device] === Number(record),
      })),
    ),
  )

/** A record's devices once its own went into another. */
const wasMerged = (row: KnownDevice, into: number): KnownDevice[] =>
  row.device === into ? [row] : [{ ...row, device: into, isFounder: false }, row]

describe('assignDevices', () => {
  it('lets a group keep its device, and asks for a new one where none of its records had any', () => {
    expect(assignDevices([[1, 2], [3]], before({ 1: 70, 2: 70 }))).toEqual({
      groups: [
        { recordIds: [1, 2], deviceId: 70, splitFrom: null },
        { recordIds: [3], deviceId: null, splitFrom: null },
      ],
      merged: [],
    })
  })

  it('keeps the device that most of the records were of, and names the other as merged into it', () => {
    const { groups, merged } = assignDevices([[1, 2, 3]], before({ 1: 60, 2: 70, 3: 70 }))

    expect(groups).toEqual([{ recordIds: [1, 2, 3], deviceId: 70, splitFrom: null }])
    expect(merged).toEqual([{ deviceId: 60, intoId: 70 }])
  })

  it('keeps the lowest id of devices with equally many', () => {
    const { groups, merged } = assignDevices([[1, 2]], before({ 1: 71, 2: 70 }))

    expect(groups[0]?.deviceId).toBe(70)
    expect(merged).toEqual([{ deviceId: 71, intoId: 70 }])
  })

  it('makes a new device of what was split off, and says from which', () => {
    const { groups, merged } = assignDevices([[1], [2, 3]], before({ 1: 70, 2: 70, 3: 70 }))

    expect(groups).toEqual([
      { recordIds: [1], deviceId: null, splitFrom: 70 },
      { recordIds: [2, 3], deviceId: 70, splitFrom: null },
    ])
    expect(merged).toEqual([])
  })

  it('lets the first of equal parts keep the device', () => {
    const { groups } = assignDevices([[1], [2]], before({ 1: 70, 2: 70 }))

    expect(groups.map(({ deviceId }) => deviceId)).toEqual([70, null])
  })

  it('lets a part that cannot keep its first device keep its next', () => {
    const previous = before({ 1: 70, 2: 70, 3: 70, 4: 71 })

    const { groups, merged } = assignDevices(
      [
        [1, 2],
        [3, 4],
      ],
      previous,
    )

    expect(groups.map(({ deviceId }) => deviceId)).toEqual([70, 71])
    expect(merged).toEqual([])
  })

  it('leaves a device to the record it was made for where parts are equal', () => {
    const { groups } = assignDevices([[1], [2]], before({ 1: 70, 2: 70 }, { 70: 2 }))

    expect(groups.map(({ deviceId }) => deviceId)).toEqual([null, 70])
  })

  it('gives what was merged its former device back, also when a record has joined it since', () => {
    const known = before({ 1: 70, 2: [70, 71], 3: 70 }, { 70: 1, 71: 2 })

    const { groups, merged } = assignDevices([[1], [2, 3]], known)

    expect(groups.map(({ deviceId }) => deviceId)).toEqual([70, 71])
    expect(merged).toEqual([])
  })

  it('takes the most recent of former devices, and none that another record is of', () => {
    const known = before({ 1: 70, 2: [70, 71, 72, 73], 9: 71 }, { 70: 1, 72: 2, 73: 2 })

    expect(assignDevices([[1], [2]], known).groups[1]?.deviceId).toBe(72)
  })

  it('gives every record its former device back when what was merged is split', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 50, max: 99 }), {
      ...{ minLength: 5, maxLength: 5 },
    })
    const places = fc.array(fc.nat(4), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(places, numbers, (deviceOf, names) => {
        const rows = deviceOf.map((at, record) => ({
          ...{ record, device: names[at] ?? 0, isFounder: deviceOf.indexOf(at) === record },
        }))
        const groups = [...Map.groupBy(rows, ({ device }) => device).values()].map((all) =>
          all.map(({ record }) => record),
        )
        const [whole] = assignDevices([groups.flat()], knownDevices(rows)).groups
        const later = rows.flatMap((row) => wasMerged(row, whole?.deviceId ?? 0))

        const { groups: apart, merged } = assignDevices(groups, knownDevices(later))

        const now = apart.flatMap(({ recordIds, deviceId }) =>
          recordIds.map((id) => [id, deviceId]),
        )
        expect(new Map(now as [number, number][])).toEqual(knownDevices(rows).latest)
        expect(merged).toEqual([])
      }),
    )
  })

  it('says nothing of a device whose records are all gone', () => {
    expect(assignDevices([[1]], before({ 1: 70, 9: 71 })).merged).toEqual([])
  })

  it('gives no device to two groups, and neither loses one nor merges one that is kept', () => {
    const device = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null })
    fc.assert(
      fc.property(fc.array(fc.array(device, { minLength: 1, maxLength: 4 })), (shape) => {
        let next = 0
        const previous = new Map<number, number>()
        const groups = shape.map((devices) =>
          devices.map((deviceId) => {
            next += 1
            if (deviceId !== null) previous.set(next, deviceId)
            return next
          }),
        )

        const { groups: assigned, merged } = assignDevices(groups, onlyLatest(previous))

        const kept = assigned.flatMap(({ deviceId }) => deviceId ?? [])
        const gone = merged.map(({ deviceId }) => deviceId)
        expect(new Set([...kept, ...gone]).size).toBe(kept.length + gone.length)
        expect(new Set([...kept, ...gone])).toEqual(new Set(previous.values()))
        for (const { intoId } of merged) expect(kept).toContain(intoId)
      }),
    )
  })
})
