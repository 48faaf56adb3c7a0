import { describe, expect, it } from 'vitest'
import { expectedJobs, type KnownJob, overdueJobs } from './overdue-jobs.ts'
import { entriesOf, NEVER } from './timetable.ts'

const HOUR_MS = 3_600_000
const ruleAt = (now: string) => {
  return { now: new Date(now), timeZone: 'Europe/Madrid', graceMs: HOUR_MS }
}
const NIGHT = entriesOf({ ...NEVER, nightly: '0 2 * * *', retrain: '30 3 * * 0' }, [])

describe('expectedJobs', () => {
  it.each([
    ['2026-11-21T01:59:59Z', '2026-11-20T01:00:00.000Z'],
    ['2026-11-21T02:00:01Z', '2026-11-21T01:00:00.000Z'],
  ])('expects at %s the night that was due at %s', (now, dueAt) => {
    const [night] = expectedJobs(NIGHT, ruleAt(now))
    expect(night).toMatchObject({ name: 'nightly', task: 'nightly' })
    expect(night?.dueAt.toISOString()).toBe(dueAt)
  })

  it('takes no study for the one that chooses every model anew', () => {
    expect(expectedJobs(NIGHT, ruleAt('2026-11-21T12:00Z'))).toMatchObject([
      { name: 'nightly', task: 'nightly' },
      { name: 'retrain', task: null },
    ])
  })

  it('expects nothing of a timetable that says never', () => {
    expect(expectedJobs(entriesOf(NEVER, []), ruleAt('2026-11-21T12:00Z'))).toEqual([])
  })
})

describe('overdueJobs', () => {
  const NOON = ruleAt('2026-11-21T12:00Z')
  const known = (changed: Partial<KnownJob>): KnownJob => ({
    ...{ name: 'nightly', cron: '0 2 * * *', dueAt: new Date('2026-11-21T01:00Z') },
    ...{ noticedAt: new Date('2026-11-19T01:00Z'), waiting: null, hasBegun: false, ...changed },
  })
  const overdue = (changed: Partial<KnownJob>) => overdueJobs([known(changed)], NOON)

  it('tells since when nobody has asked for a job', () => {
    expect(overdue({})).toEqual([
      { job: 'nightly', dueAt: new Date('2026-11-20T01:00Z'), run: null },
    ])
  })

  it('says nothing where no server has looked at the timetable yet', () => {
    expect(overdue({ noticedAt: null })).toEqual([])
  })

  it('says nothing of what was noticed and does not wait, or was begun by somebody', () => {
    expect(overdue({ noticedAt: new Date('2026-11-21T01:00Z') })).toEqual([])
    expect(overdue({ hasBegun: true })).toEqual([])
  })

  it.each([
    ['2026-11-21T11:00:01Z', []],
    ['2026-11-21T11:00:00Z', [7]],
  ])('tells of a run that waits since %s: %j', (askedAt, told) => {
    const waiting = { run: 7, askedAt: new Date(askedAt) }
    const noticedAt = new Date('2026-11-21T01:00Z')
    expect(overdue({ noticedAt, waiting }).map(({ run }) => run)).toEqual(told)
  })
})
