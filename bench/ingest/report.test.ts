import { describe, expect, it } from 'vitest'
import { type IngestSize, ingestFigures } from './figures.ts'
import type { LargeIngest } from './large-file.ts'
import { ingestReport } from './report.ts'
import type { IngestRound } from './round.ts'
import type { SideRun } from './side-run.ts'

const MIB = 1024 * 1024

describe('ingestReport', () => {
  it('takes ratios round by round, of whole processes and of their work', () => {
    const text = reportOf([sizeOf(1_000_000, round(10, 5), round(30, 10), round(20, 20))])

    expect(text).toMatch(/\| Muster \/ psql, whole process +\| +2\.00 \(1\.00-3\.00\) \|/u)
    expect(text).toContain(
      '- whole process, beside psql, s, 1,000,000 rows, Muster / peer, 2 at most: 2, met.',
    )
    expect(text).toMatch(/- its work alone, beside psql, .*, 2 at most: 1\.8, met\./u)
    expect(text).toMatch(/\| whole process, s +\| +20\.00 \(10\.00-30\.00\) \|/u)
    expect(text).toContain('In each of the 3 rounds')
  })

  it('judges each aim by itself', () => {
    const text = reportOf([
      sizeOf(1_000_000, { ...round(21, 10), pandas: run(200, 199), again: run(1.5) }),
    ])

    expect(text).toMatch(/- whole process, beside psql, .*, 2 at most: 2\.1, missed\./u)
    expect(text).toContain(
      '- whole process, beside pandas, s, 1,000,000 rows, peer / Muster, 10 at least: 9.52, missed.',
    )
    expect(text).toMatch(/- its work alone, beside pandas, .*, 10 at least: 10\.5, met\./u)
    expect(text).toMatch(/- the same file again, whole process, s, .*, 1 at most: 1\.5, missed\./u)
    expect(text).toMatch(/- delay of the event loop, p99, ms, .*, 100 at most: 60, met\./u)
  })

  it('sets no aim for a smaller file', () => {
    const text = reportOf([sizeOf(999_999, round(30, 1))])

    expect(text).toContain('No aim is set for measurements of this size.')
    expect(text).not.toMatch(/met\.|missed\./u)
  })

  it('shows beside each size how many times the smallest it takes', () => {
    const text = reportOf([sizeOf(100, round(2, 1)), sizeOf(1_000, round(18, 4))])

    expect(text).toMatch(/\| 1,000 \| +18\.00 \(x 9\.0\) .* 4\.00 \(x 4\.0\) \|/u)
  })

  it('judges memory by a file that is large, and leaves out what was not measured', () => {
    const ofBytes = (bytes: number): LargeIngest => ({
      file: { path: 'large.csv', rows: 20_000_000, bytes },
      muster: { ...run(400), peakBytes: 401_000_000 },
    })
    const sizes = [sizeOf(1_000, round(2, 1))]

    expect(reportOf(sizes, ofBytes(2_147_483_648))).toContain('400 at most: 401, missed.')
    expect(reportOf(sizes, ofBytes(1_000))).toContain('No aim is set')
    expect(reportOf(sizes)).not.toContain('A large file')
  })

  it('says nothing of the memory of a server elsewhere', () => {
    const sizes = [sizeOf(1_000, round(2, 1))]
    const elsewhere = ingestReport({ sizes, large: null }, { facts: [], figures: [], isOwn: false })

    expect(reportOf(sizes)).toMatch(/\| PostgreSQL, peak MiB +\| +50 \(50-50\) \|/u)
    expect(elsewhere).not.toContain('PostgreSQL, peak MiB')
    expect(elsewhere).toContain('The server runs already for all sides.')
  })

  it('refuses to speak of nothing', () => {
    expect(() => reportOf([])).toThrow('nothing was measured')
  })
})

function reportOf(sizes: readonly IngestSize[], large: LargeIngest | null = null): string {
  const figures = ingestFigures({ sizes, large })
  return ingestReport({ sizes, large }, { facts: ['a fact'], figures, isOwn: true })
}

function sizeOf(rows: number, ...rounds: readonly IngestRound[]): IngestSize {
  return { rows, bytes: rows * 100, rounds }
}

/** A round in which Muster and psql take so many seconds; pandas takes twenty times as long as Muster. */
function round(muster: number, psql: number): IngestRound {
  return {
    muster: run(muster),
    psql: { ...run(psql), workSeconds: psql },
    pandas: run(20 * muster),
    again: run(0.5),
    half: run(muster),
    loop: {
      ...{ medianMs: 11, meanMs: 12, p99Ms: 60, maxMs: 150, looks: 900 },
      ...{ seconds: muster, inserted: 1 },
    },
    loadBefore: 0.5,
    serverVersion: '18.4',
  }
}

/** A run of which a tenth is not work, unless told otherwise. */
function run(seconds: number, workSeconds = seconds * 0.9): SideRun {
  const steps = [{ name: 'read-events', ms: 500 }]
  return { seconds, workSeconds, peakBytes: 100 * MIB, databaseBytes: 50 * MIB, steps }
}
