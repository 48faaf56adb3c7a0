import { describe, expect, it } from 'vitest'
import { type FleetDaySize, fleetDayFigures } from './figures.ts'
import { fleetDayReport } from './report.ts'
import type { FleetDayRound } from './round.ts'
import type { SideRun } from './side-run.ts'

const MIB = 1024 * 1024
const TARGETS = { devices: 1_000, ownSeconds: 20 }

describe('fleetDayReport', () => {
  it('takes what a side waited for the vendor out of its own time', () => {
    const text = reportOf({ devices: 1_000, rounds: [round(25, 12)] })

    expect(text).toMatch(/\| own time: the rest, s +\| +20 \| +7 \| +2\.86 \|/u)
    expect(text).toContain('- own time: the rest, s, 1,000 devices, 20 at most: 20, met.')
    expect(reportOf({ devices: 1_000, rounds: [round(26, 12)] })).toContain('21, missed.')
  })

  it('sets no aim for a smaller fleet than it is meant for', () => {
    const text = reportOf({ devices: 999, rounds: [round(25, 12)] })

    expect(text).toContain('No aim is set for measurements of this size.')
  })

  it('shows beside each size what it took and the memory of process and PostgreSQL', () => {
    const text = reportOf(
      { devices: 1_000, rounds: [round(7, 6)] },
      { devices: 10_000, rounds: [round(15, 9), round(25, 11)] },
    )

    expect(text).toMatch(/\| 1,000 +\| +2\.00 \| +2\.000 \| +200 \| +90 \| +1\.00 \| +40 \|/u)
    expect(text).toMatch(/\| 10,000 +\| +15\.00 \| +1\.500 \| +200 \| +90 \| +5\.00 \| +40 \|/u)
    expect(text).toContain('In each of the 3 rounds')
  })
})

function reportOf(...sizes: readonly FleetDaySize[]): string {
  return fleetDayReport(sizes, { facts: ['a fact'], figures: fleetDayFigures(sizes, TARGETS) })
}

/** A round in which each side took so many seconds, five of them waiting. */
function round(muster: number, peer: number): FleetDayRound {
  const side = (seconds: number, mib: number): SideRun => ({
    ...{ seconds, waitedSeconds: 5, processorSeconds: 1, records: 1_000 },
    peakBytes: mib * MIB,
  })
  const history = { opened: 8, changed: 12, closed: 8, unchanged: 980 }
  return {
    muster: { ...side(muster, 200), history, databaseBytes: 90 * MIB },
    peer: side(peer, 40),
    loadBefore: 0.5,
    serverVersion: '18.4',
  }
}
