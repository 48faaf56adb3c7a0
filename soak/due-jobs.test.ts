import { describe, expect, it } from 'vitest'
import { entriesOf, NEVER } from '../src/jobs/queue/timetable.ts'
import { dueJobs } from './due-jobs.ts'

const entries = entriesOf(
  {
    ...NEVER,
    ...{
      nightly: '0 2 * * *',
      retrain: '30 3 * * 0',
      inbox: '0 6,18 * * *',
      figures: '15 2 * * *',
    },
  },
  [],
)
const named = (day: string) =>
  dueJobs(entries, day).map(({ name, dueAt }) => `${name} ${dueAt.toISOString().slice(0, 16)}`)

describe('dueJobs', () => {
  it('gives the jobs of a day in the order in which they are due', () => {
    expect(named('2024-02-29')).toEqual([
      ...['nightly 2024-02-29T02:00', 'figures 2024-02-29T02:15'],
      ...['inbox 2024-02-29T06:00', 'inbox 2024-02-29T18:00'],
    ])
  })

  it('gives those of the week on their day alone', () => {
    expect(named('2024-03-03')).toContain('retrain 2024-03-03T03:30')
    expect(named('2024-03-04').filter((each) => each.startsWith('retrain'))).toEqual([])
  })

  it('makes each job for its day', () => {
    expect(dueJobs(entries, '2024-03-01')[1]?.job).toEqual({
      ...{ task: 'recompute', source: null, from: '2024-02-23', to: '2024-03-01' },
    })
  })
})
