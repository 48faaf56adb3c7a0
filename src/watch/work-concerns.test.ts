import { describe, expect, it } from 'vitest'
import { planConcerns, runConcerns, type SeenRun } from './work-concerns.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

describe('planConcerns', () => {
  const plan = { id: 12, corrects: 'tags', state: 'held', changes: 3 } as const

  it.each([
    [23, []],
    [24, ['plan-waiting:tags']],
  ])('tells of a plan that has waited for %i of 24 hours: %j', (hours, keys) => {
    const seen = [{ ...plan, waitingSince: hoursAgo(hours) }]
    expect(planConcerns(seen, 24, NOW).map(({ key }) => key)).toEqual(keys)
  })

  it('says nothing where no hours are configured', () => {
    expect(planConcerns([{ ...plan, waitingSince: hoursAgo(900) }], null, NOW)).toEqual([])
  })
})

describe('runConcerns', () => {
  const run = (changed: Partial<SeenRun>): SeenRun => ({
    ...{ id: 9, task: 'nightly', state: 'failed', cause: 'schedule' },
    ...{ endedAt: hoursAgo(5), code: 'api.failing', ...changed },
  })
  const keys = (...runs: SeenRun[]) => runConcerns(runs, true, NOW).map(({ key }) => key)

  it('tells of a failure with its code, until a week later', () => {
    expect(runConcerns([run({})], true, NOW)).toEqual([
      {
        kind: 'run-failed',
        key: 'run-failed:nightly',
        details: { task: 'nightly', run: 9, state: 'failed', code: 'api.failing' },
        pastAt: hoursAgo(5 - 7 * 24),
      },
    ])
    expect(keys(run({ endedAt: hoursAgo(7 * 24) }))).toEqual([])
  })

  it('takes what died at night for a failure, and what a person stopped for none', () => {
    expect(keys(run({ state: 'interrupted' }))).toEqual(['run-failed:nightly'])
    expect(keys(run({ state: 'interrupted', cause: 'person' }))).toEqual([])
  })

  it.each(['agreed', 'differences', 'held'])('says nothing of a run that ended %s', (state) => {
    expect(keys(run({ state }))).toEqual([])
  })

  it('never alerts about an alert, nor where it is not wanted', () => {
    expect(keys(run({ task: 'alert' }))).toEqual([])
    expect(runConcerns([run({})], false, NOW)).toEqual([])
  })
})
