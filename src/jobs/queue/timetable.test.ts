import { describe, expect, it } from 'vitest'
import { followersOf } from './followers.ts'
import { entriesOf, NEVER } from './timetable.ts'

describe('entriesOf', () => {
  const timetable = { ...NEVER, nightly: '0 2 * * *', figures: '15 2 * * *', inbox: '*/5 * * * *' }

  it('leaves out what never comes and what there is nothing to do for', () => {
    expect(entriesOf(timetable, ['inbox']).map(({ name, cron }) => [name, cron])).toEqual([
      ['nightly', '0 2 * * *'],
      ['figures', '15 2 * * *'],
    ])
  })

  it('works the figures of the last week out anew', () => {
    const [, figures] = entriesOf(timetable, [])
    expect(figures?.job('2026-03-03')).toEqual({
      ...{ task: 'recompute', source: null, from: '2026-02-24', to: '2026-03-03' },
    })
  })
})

describe('followersOf', () => {
  const study = { task: 'study', source: null, metric: null, anew: false }

  it('has figures studied after what changes them', () => {
    expect(followersOf({ task: 'ingest' }, { didNothing: false })).toEqual([study])
    expect(followersOf({ task: 'collect', sources: [] }, { didNothing: false })).toEqual([study])
  })

  it('has nothing follow what did nothing, or what changes no figure', () => {
    expect(followersOf({ task: 'ingest' }, { didNothing: true })).toEqual([])
    expect(followersOf({ task: 'apply', plan: 7 }, { didNothing: false })).toEqual([])
    expect(followersOf({ task: 'nightly' }, { didNothing: false })).toEqual([]) // it studies them itself
  })
})
