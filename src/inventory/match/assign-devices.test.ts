import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignDevices } from './assign-devices.ts'

const before = (devices: Record<number, number>) =>
  new Map(Object.entries(devices).map(([record, device]) => [Number(record), device]))

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

        const { groups: assigned, merged } = assignDevices(groups, previous)

        const kept = assigned.flatMap(({ deviceId }) => deviceId ?? [])
        const gone = merged.map(({ deviceId }) => deviceId)
        expect(new Set([...kept, ...gone]).size).toBe(kept.length + gone.length)
        expect(new Set([...kept, ...gone])).toEqual(new Set(previous.values()))
        for (const { intoId } of merged) expect(kept).toContain(intoId)
      }),
    )
  })
})
