import { expect, it } from 'vitest'
import { workersReport } from './report.ts'

it('tells jobs a minute for each number of processes', () => {
  const runs = [
    { processes: 1, jobs: 40, seconds: 60, tookPart: 1 },
    { processes: 2, jobs: 40, seconds: 30, tookPart: 2 },
  ]
  const options = { sources: 20, keep: false, databaseUrl: undefined }

  expect(
    workersReport(runs, { facts: ['A machine.'], options })
      .split('\n')
      .slice(-4),
  ).toEqual([
    '| --------- | ---: | ------: | ------------: | --------: |',
    '| 1         |   40 |    60.0 |            40 |         1 |',
    '| 2         |   40 |    30.0 |            80 |         2 |',
    '',
  ])
})
