import { describe, expect, it } from 'vitest'
import { historyFigures } from './figures.ts'
import { historyReport } from './report.ts'
import type { HistoryRound } from './round.ts'

const MIB = 1024 * 1024
const TARGETS = { share: 1 / 15, days: 3, seconds: 1, versions: 1_000 }

describe('historyReport', () => {
  it('weighs the three tables of the history, and no payload, against the daily rows', () => {
    const text = reportOf(round({ dailyMib: 160 }))

    expect(text).toMatch(/\| the history +\| +2,000 \| +4\.0 \| +4\.0 \| +8\.0 \|/u)
    expect(text).toContain('Muster / peer, 0.0667 at most: 0.05, met.')
    expect(text).toContain('the share is 1/16.0.')
    expect(text).toContain('The history takes 1/20.0 of the bytes of `daily`.')
    expect(reportOf(round({ dailyMib: 80 }))).toContain('0.0667 at most: 0.1, missed.')
  })

  it('tells the first day from the later ones', () => {
    const text = reportOf(round({}))

    expect(text).toMatch(/\| the first day \| +1000 \(1000-1000\) \| +9\.00 \(9\.00-9\.00\)/u)
    expect(text).toMatch(/\| a later day +\| +20 \(20-20\) \| +2\.50 \(2\.00-3\.00\)/u)
  })

  it('judges each question by its median over all rounds', () => {
    const text = reportOf(round({ seconds: [0.5, 0.7, 2] }), round({ seconds: [0.6, 0.8, 3] }))

    expect(text).toMatch(/\| a page \| +5 machines \| +0\.750 \(0\.500-3\.000\) \|/u)
    expect(text).toMatch(/- a page, of 1,000 versions, s, .*, 1 at most: 0\.75, met\./u)
    const slow = reportOf(round({ seconds: [0.5, 1.1, 1.2] }))
    expect(slow).toMatch(/- a page, .*, 1 at most: 1\.1, missed\./u)
  })

  it('says nothing of an aim over fewer versions than it is set for', () => {
    expect(reportOf(round({ versions: 999 }))).not.toContain('- a page')
  })

  it('sets no aim for fewer days than the share is meant for', () => {
    const asked = { options: { devices: 1_000, days: 2 }, targets: TARGETS }
    const [size] = historyFigures([round({})], asked)

    expect([size?.name, size?.target]).toEqual(['the history of 2 days', undefined])
  })
})

function reportOf(...rounds: readonly HistoryRound[]): string {
  const options = { devices: 1_000, days: 3 }
  const figures = historyFigures(rounds, { options, targets: TARGETS })
  return historyReport(rounds, { facts: ['a fact'], options, figures })
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
