import { describe, expect, it } from 'vitest'
import { type CountedRecord, countRecords } from './count-records.ts'
import { siteFigures, totalFigures } from './site-figures.ts'

const desk = (deviceId: number, fields: Partial<CountedRecord> = {}): CountedRecord => ({
  ...{ source: 'ninjaone', site: 'Alder', deviceId },
  ...{ class: 'workstation', isSpare: false, isBillable: true },
  ...fields,
})
const count = (...records: readonly CountedRecord[]) => countRecords('2026-11-20', records)

describe('countRecords', () => {
  it('adds up what every source lists, and counts a machine of several once', () => {
    const counted = count(desk(1), desk(1, { source: 'threatlocker' }), desk(2))

    expect(totalFigures(counted)).toMatchObject({
      ...{ total_devices: 3, workstations: 3, billable_devices: 3, distinct_devices: 2 },
      ...{ ninja_devices: 2, threatlocker_devices: 1 },
    })
  })

  it('counts a spare as nothing else, and neither what is no server and no workstation', () => {
    const counted = count(
      desk(1, { isSpare: true, isBillable: false }),
      desk(2, { class: 'server' }),
      desk(3, { class: 'other' }),
    )

    expect(totalFigures(counted)).toMatchObject({
      ...{ total_devices: 3, servers: 1, workstations: 0, spare_devices: 1, billable_devices: 2 },
    })
  })

  it('counts a machine that is at two sites at both, and once in all', () => {
    const counted = count(desk(1), desk(1, { site: null, source: 'threatlocker' }), desk(2))

    expect(siteFigures(counted)).toMatchObject([
      { site: 'Alder', figures: { total_devices: 2, distinct_devices: 2 } },
      { site: null, figures: { total_devices: 1, distinct_devices: 1 } },
    ])
    expect(totalFigures(counted).distinct_devices).toBe(2)
  })
})
