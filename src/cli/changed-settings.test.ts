import { describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { changedSettings } from './changed-settings.ts'

const load = (settings: object) =>
  loadConfig({
    ...{ file: '/x/muster.yaml', folder: '/x', language: 'en' },
    text: JSON.stringify({ sources: {}, ...settings }),
    env: { MUSTER_NINJAONE_CLIENT_SECRET: 'one' },
  })

describe('changedSettings', () => {
  it('names nothing where the two say the same, also where one says a default', () => {
    expect(changedSettings(load({}), load({ fleet: { spareWords: ['spare'] } }))).toEqual({
      rehearsed: [],
      notRehearsed: [],
    })
  })

  it('tells what rules go by from what has no say', () => {
    const other = load({
      fleet: { matching: { off: ['mac'] }, dailyFor: 30, fields: { yieldsAfter: 3 } },
      checks: { rules: [{ at: 'Alder', staleDays: 3 }] },
      tags: { duplicates: 'tag-none' },
      timeZone: 'America/Havana',
      guards: { shrink: 0.5 },
    })

    expect(changedSettings(load({}), other)).toEqual({
      rehearsed: ['fleet.matching.off', 'checks.rules', 'tags.duplicates'],
      notRehearsed: expect.arrayContaining([
        ...['timeZone', 'fleet.fields.yieldsAfter', 'fleet.dailyFor', 'guards.shrink'],
      ]),
    })
  })

  it('counts whether a source is there, and not how it is reached', () => {
    const ninjaone = { region: 'eu', clientId: 'a' }
    const one = load({ sources: { ninjaone } })

    expect(changedSettings(one, load({})).rehearsed).toEqual(['sources.ninjaone'])
    expect(
      changedSettings(one, load({ sources: { ninjaone: { ...ninjaone, clientId: 'b' } } })),
    ).toEqual({ rehearsed: [], notRehearsed: ['sources.ninjaone.clientId'] })
  })
})
