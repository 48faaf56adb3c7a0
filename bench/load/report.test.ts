import { expect, it } from 'vitest'
import { type LoadRun, loadFigures } from './figures.ts'
import { loadReport } from './report.ts'

const MIB = 1_048_576
const RUN: LoadRun = {
  routes: [
    { name: 'runs', requests: 90, errors: 0, p50: 3, p99: 20, max: 30 },
    { name: 'compare', requests: 10, errors: 2, p50: 100, p99: 180, max: 400 },
    { name: 'never asked', requests: 0, errors: 0, p50: Number.NaN, p99: Number.NaN, max: 0 },
  ],
  residentBytes: [200 * MIB, 210 * MIB, 220 * MIB],
  findings: 7,
}

it('judges each route that was asked by its 99th percentile, and counts what failed', () => {
  const options = { devices: 100_000, seconds: 5, rate: 20, keepIn: null, databaseUrl: undefined }
  const figures = loadFigures(RUN, options)
  const text = loadReport(RUN, { facts: ['A machine.'], figures, options })

  expect(text).toContain('- runs: p99, ms, 150 at most: 20, met.')
  expect(text).toContain('- compare: p99, ms, 150 at most: 180, missed.')
  expect(text).toContain('100 requests answered, 2 errors.')
  expect(figures.some(({ name }) => name.startsWith('never asked'))).toBe(false)
  expect(loadFigures(RUN, { devices: 1000 }).some(({ target }) => target)).toBe(false)
})
