import { beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_FILES } from '../../../test/fixtures/hostile-events/hostile-events.ts'
import {
  type HostileReading,
  readHostileEvents,
} from '../../../test/support/read-hostile-events.ts'

const MOST_MEGABYTES = 250

let readings: ReadonlyMap<string, HostileReading>
beforeAll(async () => {
  readings = new Map((await readHostileEvents()).map((reading) => [reading.name, reading]))
})

describe('a file of events that is broken or means harm', () => {
  it.each(HOSTILE_FILES)('ends as it must, in little memory: $name', ({ name, ends }) => {
    const { outcome = '', megabytes = Number.NaN } = readings.get(name) ?? {}

    expect(outcome.slice(0, ends.length)).toBe(ends)
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  })
})
