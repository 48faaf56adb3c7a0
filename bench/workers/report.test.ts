import { expect, it } from 'vitest'
import { workersFigures } from './figures.ts'
import { workersReport } from './report.ts'

const RUNS = [
  { processes: 1, jobs: 40, seconds: 60, tookPart: 1 },
  { processes: 2, jobs: 40, seconds: 30, tookPart: 2 },
  { processes: 1, jobs: 40, seconds: 40, tookPart: 1 },
  { processes: 2, jobs: 40, seconds: 20, tookPart: 2 },
]

it('tells jobs a minute for each number of processes, over all rounds', () => {
  const options = { sources: 20, rounds: 2, keepIn: null, databaseUrl: undefined }
  const text = workersReport(RUNS, { facts: ['A machine.'], options })

  expect(text).toMatch(/\| 1 +\| +40 \(40-40\) \| +50\.0 \(40\.0-60\.0\) \| +50 \(40-60\) \|/u)
  expect(text).toMatch(/\| 2 +\| +40 \(40-40\) \| +25\.0 \(20\.0-30\.0\) \| +100 \(80-120\) \|/u)
  expect(workersFigures(RUNS).map(({ name, muster }) => [name, muster.rounds])).toEqual([
    ['1 worker process', [40, 60]],
    ['2 worker processes', [80, 120]],
  ])
})
