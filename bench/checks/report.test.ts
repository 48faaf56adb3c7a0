import { describe, expect, it } from 'vitest'
import { type ChecksSize, checksFigures } from './figures.ts'
import { checksReport } from './report.ts'
import type { BothLooks, ChecksRound } from './round.ts'
import type { WatchedLook } from './sides.ts'

const MIB = 1024 * 1024
const TARGETS = { devices: 1_000, seconds: 10 }

describe('checksReport', () => {
  it('takes the ratio of each look round by round', () => {
    const text = reportOf({ devices: 1_000, rounds: [round(1, 2), round(2, 8), round(30, 40)] })

    expect(text).toMatch(
      /\| the next day, s +\| +2 \(1-30\) \| +8 \(2-40\) \| +0\.5 \(0\.25-0\.75\) \|/u,
    )
    expect(text).toContain('In each of the 3 rounds')
  })

  it('judges each look by itself, and only at the size the aim is set for', () => {
    const rounds = [{ ...round(9, 1), next: looks(11, 1) }]
    const text = reportOf({ devices: 1_000, rounds })

    expect(text).toContain('- the first look, s, 1,000 machines, 10 at most: 9, met.')
    expect(text).toContain('- the next day, s, 1,000 machines, 10 at most: 11, missed.')
    expect(reportOf({ devices: 999, rounds })).toContain('No aim is set')
  })

  it('shows beside each size how many times the smallest it takes', () => {
    const text = reportOf(
      { devices: 100, rounds: [round(1, 2)] },
      { devices: 1_000, rounds: [round(8, 30)] },
    )

    expect(text).toMatch(
      /\| 1,000 +\| the same again \| 8\.00 \(x 8\.0\) \| 30\.00 \(x 15\.0\) \|/u,
    )
  })

  it('tells what was planted on both days and what came and went between them', () => {
    const text = reportOf({ devices: 1_000, rounds: [round(1, 1)] })

    expect(text).toMatch(/\| missing-in-edr +\| +1,200 \| +1,200 \| +4 \| +3 \|/u)
    expect(text).toContain('On the second day 66 of them (2.2 %) were new or said something else.')
    expect(text).toMatch(/\| all +\| +1,200 \| +1,200 \| +4 \| +3 \|/u)
  })
})

function reportOf(...sizes: readonly ChecksSize[]): string {
  return checksReport(sizes, { facts: ['a fact'], figures: checksFigures(sizes, TARGETS) })
}

/** A round in which each look takes so many seconds of each side. */
function round(muster: number, peer: number): ChecksRound {
  const look = looks(muster, peer)
  const collected = { records: 3_000, others: 66 }
  return { first: look, next: look, again: look, collected, serverVersion: '18.4' }
}

function looks(muster: number, peer: number): BothLooks {
  const side = (seconds: number): WatchedLook => ({
    ...{ seconds, processorSeconds: seconds / 2, peakBytes: 100 * MIB, databaseBytes: 50 * MIB },
    findings: { 'missing-in-edr': 1_200 },
  })
  return {
    muster: side(muster),
    peer: side(peer),
    expected: {
      findings: { 'missing-in-edr': 1_200 },
      shifts: [{ check: 'missing-in-edr', opened: 4, closed: 3 }],
    },
    loadBefore: 0.5,
  }
}
