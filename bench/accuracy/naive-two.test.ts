import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { naiveTwo } from './naive-two.ts'
import { parseSeriesFile } from './public-series.ts'

const KEPT = parseSeriesFile(
  readFileSync(join(import.meta.dirname, 'series/datasets.json'), 'utf8'),
)
const valuesOf = (name: string) => KEPT.find((series) => series.name === name)?.values ?? []

describe('naiveTwo', () => {
  it('agrees with the code of the M4 competition on airline passengers (R 4.2, forecast 8.20)', () => {
    const expected = [
      437.482029956, 424.694904581, 484.168254771, 469.047571496, 471.677574175, 534.831010909,
    ]
    const found = naiveTwo(valuesOf('AirPassengers'), { period: 12 }, 6)
    expect(found?.length).toBe(6)
    for (const [step, value] of expected.entries()) expect(found?.[step]).toBeCloseTo(value, 8)
  })

  it('agrees with it on British gas up to a third quarter, over the end of a year', () => {
    const expected = [352.514004028, 501.681954286, 360.063900822, 217.7, 352.514004028]
    const found = naiveTwo(valuesOf('UKgas').slice(0, 83), { period: 4 }, 5)
    for (const [step, value] of expected.entries()) expect(found?.[step]).toBeCloseTo(value, 8)
  })

  it('is the last known value where there is no season, and null where nothing is known', () => {
    expect(naiveTwo([3, 5, 4, null], { period: 1 }, 2)).toEqual([4, 4])
    expect(naiveTwo([null, null], { period: 1 }, 2)).toBeNull()
  })
})
