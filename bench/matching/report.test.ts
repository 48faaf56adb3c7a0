import { describe, expect, it } from 'vitest'
import { type MatchRounds, type MatchTargets, matchingFigures } from './figures.ts'
import { matchingReport } from './report.ts'
import type { MatchRound } from './round.ts'

const MIB = 1024 ** 2
const TARGETS = { records: 1_000, seconds: 30, gibibytes: 3 }

function round(seconds: number): MatchRound {
  return {
    ...{ records: 1_000, seconds, processorSeconds: seconds * 2, pairsCompared: 3_500 },
    ...{ bytesBefore: 100 * MIB, peakBytes: 2_048 * MIB, groups: 520, links: 960 },
    ...{ ambiguous: 3, listedTwice: 480, broughtTogether: 456, leftToPerson: 9 },
    ...{ wrongGroups: 2, wrongByName: 1 },
  }
}

function textOf(rounds: MatchRounds, targets: MatchTargets = TARGETS): string {
  return matchingReport([rounds], { facts: [], figures: matchingFigures([rounds], targets) })
}

describe('matchingReport', () => {
  it('shows medians and ends, and pairs for each record', () => {
    const text = textOf([round(1), round(5), round(2)])

    expect(text).toContain('| 1,000   | 2.00 (1.00-5.00) | 4.00 (2.00-10.00) |')
    expect(text).toMatch(/\| +3,500 \| +3\.5 \| 100 \(100-100\) \| 2048 \(2048-2048\) \|/)
    expect(text).toMatch(/\| 456 \(95\.00 %\) \| +9 \| +2 \| +1 \|/)
  })

  it('says whether what was aimed at was reached, by the median', () => {
    const slow = textOf([round(31)])
    const quick = textOf([round(31), round(1), round(1)])

    expect(slow).toContain('- matching, s, 1,000 records, 30 at most: 31, missed.')
    expect(slow).toContain('- matching, of processors, s, 1,000 records, 30 at most: 62, missed.')
    expect(quick).toContain('- matching, s, 1,000 records, 30 at most: 1, met.')
    expect(quick).toContain('- peak memory, GiB, 1,000 records, 3 at most: 2, met.')
  })

  it('claims nothing of a size that was not measured', () => {
    const targets = { ...TARGETS, records: 2_000 }

    expect(textOf([round(1)], targets)).not.toContain('met')
  })
})
