import { describe, expect, it } from 'vitest'
import { sarimaxReport } from './report.ts'
import type { SarimaxRound } from './round.ts'

const TARGETS = { times: 2, likelihood: 0.001, searchSeconds: 1 }

const round = (own: number, likelihood: number): SarimaxRound => ({
  muster: {
    ...{ seconds: [own, own], warmSeconds: [own / 2, own / 2], searchSeconds: [0.1, 0.3] },
    ...{ processorSeconds: own, logLikelihoods: [likelihood, -20] },
  },
  peer: { seconds: [1, 2], processorSeconds: 3, logLikelihoods: [-10, -20] },
  quickPeer: { seconds: [0.2, 0.4], processorSeconds: 0.6, logLikelihoods: [-10, -20] },
  loadBefore: 0,
})

const reportOf = (rounds: SarimaxRound[]) =>
  sarimaxReport([{ kind: 'complete', rounds }], { facts: ['A fact.'], targets: TARGETS })

describe('sarimaxReport', () => {
  it('measures against the faster peer', () => {
    const report = reportOf([round(0.01, -9), round(0.03, -9), round(0.02, -9)])

    expect(report).toContain('| 20.0 (10.0-30.0) |')
    expect(report).toContain('2 at least: 15, met.')
    expect(report).toContain('least gain 0.00000, met.')
    expect(report).toContain('1 at most: 0.200, met.')
  })

  it('says what is missed', () => {
    const report = reportOf([round(0.2, -10.5)])

    expect(report).toContain('2 at least: 2, missed.')
    expect(report).toContain('least gain -0.50000, missed.')
  })
})
