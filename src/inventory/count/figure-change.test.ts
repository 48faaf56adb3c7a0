import { describe, expect, it } from 'vitest'
import { comparedSites, figureChanges, lastMonthEnd } from './figure-change.ts'
import type { DayFigures } from './queries.ts'
import { siteFigures, totalFigures } from './site-figures.ts'

const plain: Omit<DayFigures, 'source' | 'site'> = {
  ...{ total: 10, servers: 2, workstations: 7, spare: 1, billable: 9 },
}
const COUNTED = {
  day: '2026-11-20',
  figures: [
    { ...plain, source: 'ninjaone', site: 'Alder' },
    { ...plain, source: 'threatlocker', site: 'Alder', total: 8, workstations: 5 },
    { ...plain, source: 'helpdesk-csv', site: null, total: 1, servers: 0, workstations: 0 },
  ],
  distinct: [
    { site: 'Alder', devices: 11 },
    { site: null, devices: 1 },
  ],
  distinctTotal: 12,
}

describe('totalFigures', () => {
  it('adds up what the sources list, whichever they are, and counts each machine once beside it', () => {
    expect(totalFigures(COUNTED)).toEqual({
      total_devices: 19,
      servers: 4,
      workstations: 12,
      spare_devices: 3,
      billable_devices: 27,
      ninja_devices: 10,
      threatlocker_devices: 8,
      distinct_devices: 12,
    })
  })
})

describe('siteFigures', () => {
  it('tells the same of every site, machines at none among them', () => {
    const found = siteFigures(COUNTED)

    expect(found.map(({ site }) => site)).toEqual(['Alder', null])
    expect(found[0]?.figures).toMatchObject({ total_devices: 18, distinct_devices: 11 })
    expect(found[1]?.figures).toMatchObject({ ninja_devices: 0, distinct_devices: 1 })
  })
})

describe('figureChanges', () => {
  it('has nothing in per cent where there was nothing', () => {
    const changes = figureChanges(totalFigures(COUNTED), null)

    expect(changes.servers).toEqual({ current: 4, previous: 0, change: 4, change_percent: null })
  })

  it('sees what is gone go down by all of it', () => {
    const changes = figureChanges(null, totalFigures(COUNTED))

    expect(changes.ninja_devices).toEqual({
      ...{ current: 0, previous: 10, change: -10, change_percent: -100 },
    })
  })
})

describe('comparedSites', () => {
  it('keeps a site that was there at the month-end only', () => {
    const [alder] = siteFigures(COUNTED)
    const cedar = { site: 'Cedar', figures: totalFigures(COUNTED) }
    if (!alder) throw new Error('no site')

    expect(comparedSites([alder], [cedar])).toEqual([
      { site: 'Alder', current: alder.figures, previous: null },
      { site: 'Cedar', current: null, previous: cedar.figures },
    ])
  })
})

describe('lastMonthEnd', () => {
  const end = (source: string, day: string) => ({ source, month: `${day.slice(0, 7)}-01`, day })
  const sources = ['ninjaone', 'threatlocker']

  it('is the last day of the newest month before, of whichever source of machines', () => {
    const ends = [
      end('ninjaone', '2026-09-30'),
      end('ninjaone', '2026-10-29'),
      end('threatlocker', '2026-10-31'),
      end('locations', '2026-10-30'),
    ]

    expect(lastMonthEnd('2026-11-20', ends, sources)).toBe('2026-10-31')
    expect(lastMonthEnd('2026-10-31', ends, sources)).toBe('2026-09-30')
  })

  it('goes back to the newest there is where a month has none', () => {
    expect(lastMonthEnd('2026-11-20', [end('ninjaone', '2026-08-31')], sources)).toBe('2026-08-31')
  })

  it('is none where only other books have one', () => {
    expect(lastMonthEnd('2026-11-20', [end('locations', '2026-10-31')], sources)).toBeNull()
  })
})
