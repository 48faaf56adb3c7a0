import { describe, expect, it } from 'vitest'
import { mainJobFigures } from './figures.ts'
import { mainJobReport } from './report.ts'
import type { Round, SizeResult } from './round.ts'

const MIB = 1024 * 1024
const TARGETS = { changes: 1_000, planSeconds: 15, applySeconds: 20, share: 1 / 3 }

describe('mainJobReport', () => {
  it('adds up the parts, and the memory of the database to that of its process', () => {
    const text = textOf(size(1_000, round(2, 6)))

    expect(text).toMatch(/\| plan and apply, s +\| +4 \| +12 \| +0\.333 \|/u)
    expect(text).toMatch(/\| plan, peak memory, MiB +\| +120 \| +60 \| +2 \|/u)
  })

  it('takes ratios round by round', () => {
    const rounds = [round(1, 2), round(2, 8), round(30, 40)]

    const text = textOf(size(1_000, ...rounds))

    expect(text).toContain('| 0.5 (0.25-0.75) |')
    expect(text).toContain(
      '- plan and apply, s, 1,000 changes, Muster / peer, 0.333 at most: 0.5, missed.',
    )
    expect(text).toContain('- plan, s, 1,000 changes, 15 at most: 2, met.')
  })

  it('measures growth against the smallest size', () => {
    const text = textOf(size(1_000, round(1, 2)), size(10_000, round(12, 14)))

    expect(text).toContain('- a fact\n')
    expect(text).toMatch(/\| 10,000 +\| x 10\.0 \| 12\.00 \(x 12\.0\) .* 14\.00 \(x 7\.0\) \|/u)
    expect(text).toContain('In each of the 2 rounds')
  })

  it('sets no aim for fewer changes than it is meant for', () => {
    expect(textOf(size(999, round(1, 2)))).toContain('No aim is set for measurements of this size.')
  })
})

function textOf(...sizes: readonly SizeResult[]): string {
  return mainJobReport(sizes, { facts: ['a fact'], figures: mainJobFigures(sizes, TARGETS) })
}

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
