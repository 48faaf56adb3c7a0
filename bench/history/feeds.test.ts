import { describe, expect, it } from 'vitest'
import { attributesOf } from '../../src/inventory/history/content.ts'
import type { DeviceRecord } from '../../src/lib/device-record.ts'
import { memoryFeeds } from './feeds.ts'
import { changeAt, firstDay, nextDay } from './fleet/fleet-day.ts'

const COUNT = 2_300
const before = firstDay(COUNT)
const after = nextDay(before)

describe.each([
  ['ninjaone', 0],
  ['threatlocker', 1],
])('the feed of %s', (_source, nth) => {
  it('delivers every machine once, and none that its source refuses', async () => {
    const records = await recordsOf(nth, before)

    expect(new Set(records.map(({ nativeKey }) => nativeKey)).size).toBe(COUNT)
  })

  it('says the same of what is material from one day to the next, and not of the rest', async () => {
    const [were, are] = [await recordsOf(nth, before), await recordsOf(nth, after)]
    const still = were.flatMap((was, place) => {
      const is = are[place]
      return is && changeAt(place, after.day) === null ? [{ was, is }] : []
    })

    expect(still.length).toBeGreaterThan(COUNT * 0.95)
    for (const { was, is } of still) {
      expect(attributesOf(is, null)).toEqual(attributesOf(was, null))
      expect(is.pulse).not.toEqual(was.pulse)
    }
  })
})

async function recordsOf(nth: number, fleet: typeof before): Promise<DeviceRecord[]> {
  const feed = memoryFeeds(fleet, { seconds: 0 })[nth]
  if (!feed) throw new RangeError(`there is no feed ${nth}`)
  const connection = await feed.connect()
  const records: DeviceRecord[] = []
  for await (const batch of connection.rows()) {
    records.push(...batch.map(({ row }) => feed.record.parse(row)))
  }
  return records
}
