import type { Day } from '../../lib/day.ts'
import type { Classification } from '../classify/classification.ts'
import type { DayFigures } from './queries.ts'
import type { CountedDay } from './store.ts'

/** What of a machine's record is counted. */
export interface CountedRecord extends Pick<Classification, 'class' | 'isSpare' | 'isBillable'> {
  readonly source: string
  /** Null where its organisation is at no site. */
  readonly site: string | null
  readonly deviceId: number
}

/** Counts the records of a day, as `countStore` does with those that are kept. */
export function countRecords(day: Day, records: Iterable<CountedRecord>): CountedDay {
  const figures = new Map<string, Tally>()
  const devices = new Map<string | null, Set<number>>()
  const all = new Set<number>()
  for (const record of records) {
    const { source, site, deviceId } = record
    const key = JSON.stringify([site, source])
    const tally = figures.get(key) ?? { ...NOTHING, source, site }
    figures.set(key, tally)
    addTo(tally, record)
    const there = devices.get(site) ?? new Set()
    devices.set(site, there.add(deviceId))
    all.add(deviceId)
  }
  return {
    day,
    figures: [...figures.values()].sort(bySiteAndSource),
    distinct: [...devices].map(([site, there]) => ({ site, devices: there.size })).sort(bySite),
    distinctTotal: all.size,
  }
}

type Tally = { -readonly [Figure in keyof DayFigures]: DayFigures[Figure] }
const NOTHING = { total: 0, servers: 0, workstations: 0, spare: 0, billable: 0 }

function addTo(tally: Tally, { class: kind, isSpare, isBillable }: CountedRecord): void {
  tally.total += 1
  if (isSpare) tally.spare += 1
  else if (kind === 'server') tally.servers += 1
  else if (kind === 'workstation') tally.workstations += 1
  if (isBillable) tally.billable += 1
}

interface Placed {
  readonly site: string | null
}

function bySiteAndSource(one: DayFigures, other: DayFigures): number {
  return bySite(one, other) || (one.source < other.source ? -1 : 1)
}

/** What is at no site comes last. */
function bySite({ site: one }: Placed, { site: other }: Placed): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
