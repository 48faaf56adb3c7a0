import { describe, expect, it } from 'vitest'
import { sarimaxFigures } from './figures.ts'
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

const reportOf = (rounds: SarimaxRound[]) => {
  const kinds = [{ kind: 'complete', rounds }] as const
  return sarimaxReport(kinds, { facts: ['A fact.'], figures: sarimaxFigures(kinds, TARGETS) })
}

describe('sarimaxReport', () => {
  it('measures against the faster peer', () => {
    const report = reportOf([round(0.01, -9), round(0.03, -9), round(0.02, -9)])

    expect(report).toContain('| 20.0 (10.0-30.0) |')
    expect(report).toContain(
      '- a fit, all days known, beside the faster peer, ms, peer / Muster, 2 at least: 15, met.',
    )
    expect(report).toMatch(/least gain in log-likelihood, .*, -0\.001 at least: 0, met\./u)
    expect(report).toMatch(/search for an order, .*, 1,000 at most: 200, met\./u)
  })

  it('says what is missed', () => {
    const report = reportOf([round(0.2, -10.5)])

    expect(report).toContain('2 at least: 1.5, missed.')
    expect(report).toContain('-0.001 at least: -0.5, missed.')
  })
})
