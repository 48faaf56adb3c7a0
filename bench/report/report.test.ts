import { describe, expect, it } from 'vitest'
import { reportText } from './report.ts'
import type { Round, SizeResult } from './round.ts'
import { showSpread, spreadOf } from './spread.ts'

const MIB = 1024 * 1024
const TARGETS = { planSeconds: 15, applySeconds: 20, share: 1 / 3 }

describe('spreadOf', () => {
  it('takes the middle of an odd number of values and between the two middles of an even one', () => {
    expect(spreadOf([30, 1, 2])).toEqual({ median: 2, min: 1, max: 30 })
    expect(showSpread(spreadOf([4, 1, 2, 10]), 1)).toBe('3.0 (1.0-10.0)')
  })

  it('refuses to speak of nothing', () => {
    expect(() => spreadOf([])).toThrow('nothing was measured')
  })
})

describe('reportText', () => {
  it('adds up the parts, and the memory of the database to that of its process', () => {
    const text = reportText([size(1_000, round(2, 6))], { facts: [], targets: TARGETS })

    expect(text).toContain('| both, s          | 4.00 (4.00-4.00) | 12.00 (12.00-12.00) |')
    expect(text).toContain('| plan, peak MiB   |    120 (120-120) |          60 (60-60) |')
  })

  it('takes ratios round by round', () => {
    const rounds = [round(1, 2), round(2, 8), round(30, 40)]

    const text = reportText([size(1_000, ...rounds)], { facts: [], targets: TARGETS })

    expect(text).toContain('| 0.50 (0.25-0.75) |')
    expect(text).toContain("Share of the peer's time, 0.33 at most: 0.50, missed.")
    expect(text).toContain('Plan, seconds, 15.00 at most: 2.00, met.')
  })

  it('measures growth against the smallest size', () => {
    const sizes = [size(1_000, round(1, 2)), size(10_000, round(12, 14))]

    const text = reportText(sizes, { facts: ['a fact'], targets: TARGETS })

    expect(text).toContain('- a fact\n')
    expect(text).toMatch(/\| 10,000 +\| x 10\.0 \| 12\.00 \(x 12\.0\) .* 14\.00 \(x 7\.0\) \|/u)
    expect(text).toContain('In each of the 2 rounds')
  })
})

/** A round in which each part of each side takes so many seconds. */
function round(muster: number, peer: number): Round {
  const run = (seconds: number, mib: number) => ({
    plan: { seconds, peakBytes: mib * MIB },
    apply: { seconds, peakBytes: mib * MIB },
    planned: 1,
    applied: 1,
  })
  return {
    muster: {
      ...run(muster, 100),
      databaseBytes: { plan: 20 * MIB, apply: 20 * MIB },
      steps: [{ name: 'match', ms: 500 }],
    },
    peer: run(peer, 60),
    loadBefore: 0.5,
  }
}

function size(changes: number, ...rounds: readonly Round[]): SizeResult {
  return { computers: changes, assets: changes, locations: 30, changes, rounds }
}
