import { describe, expect, it } from 'vitest'
import { historyReport } from './report.ts'
import type { HistoryRound } from './round.ts'

const MIB = 1024 * 1024
const TARGETS = { share: 1 / 15, seconds: 1, versions: 1_000 }

describe('historyReport', () => {
  it('weighs the three tables of the history, and no payload, against the daily rows', () => {
    const text = reportOf(round({ dailyMib: 160 }))

    expect(text).toMatch(/\| the history +\| +2,000 \| +4\.0 \| +4\.0 \| +8\.0 \|/u)
    expect(text).toContain('1/15.0 at most: 1/20.0, met.')
    expect(text).toContain('Counted on our side all the same, the share is 1/16.0.')
    expect(reportOf(round({ dailyMib: 80 }))).toContain('1/15.0 at most: 1/10.0, missed.')
  })

  it('tells the first day from the later ones', () => {
    const text = reportOf(round({}))

    expect(text).toMatch(/\| the first day \| +1000 \(1000-1000\) \| +9\.00 \(9\.00-9\.00\)/u)
    expect(text).toMatch(/\| a later day +\| +20 \(20-20\) \| +2\.50 \(2\.00-3\.00\)/u)
  })

  it('judges each question by its median over all rounds', () => {
    const text = reportOf(round({ seconds: [0.5, 0.7, 2] }), round({ seconds: [0.6, 0.8, 3] }))

    expect(text).toMatch(/\| a page \| +5 machines \| +0\.750 \(0\.500-3\.000\) \| +met \|/u)
    expect(reportOf(round({ seconds: [0.5, 1.1, 1.2] }))).toMatch(/1\.100 .* missed \|/u)
  })

  it('says nothing of an aim over fewer versions than it is set for', () => {
    expect(reportOf(round({ versions: 999 }))).toMatch(/0\.500 .* too few versions to say \|/u)
  })
})

function reportOf(...rounds: readonly HistoryRound[]): string {
  const options = { devices: 1_000, days: 3 }
  return historyReport(rounds, { facts: ['a fact'], options, targets: TARGETS })
}

function round(told: {
  readonly dailyMib?: number
  readonly seconds?: readonly number[]
  readonly versions?: number
}): HistoryRound {
  const { dailyMib = 160, seconds = [0.5], versions = 1_000 } = told
  const day = (taken: number, opened: number) => ({ seconds: taken, makingSeconds: 0.1, opened })
  return {
    days: [day(9, 1_000), day(2, 20), day(3, 20)],
    history: [size('record', 2), size('record_version', 4), size('record_pulse', 2)],
    payload: size('payload', 2),
    daily: size('daily', dailyMib),
    compared: 10_000,
    asked: { days: 3, versions, links: 1_000 },
    answers: [{ name: 'a page', found: '5 machines', isWaitedFor: true, seconds }],
    serverVersion: '18.4',
  }
}

function size(table: string, mib: number): HistoryRound['daily'] {
  const half = (mib * MIB) / 2
  return { table, rows: 2_000, rowBytes: half, indexBytes: half, bytes: mib * MIB }
}
