import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { runStore } from '../store.ts'
import { jobDesk } from './ask.ts'
import { askDue } from './ask-due.ts'
import { openBoss } from './open-boss.ts'
import { entriesOf, NEVER } from './timetable.ts'

const database = await testDatabase()
const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
afterAll(() => boss.stop({ graceful: false }))

const who = { host: 'pc-1', pid: 1, version: '0' }
const desk = jobDesk({ database, who, boss, wake: () => {} })
const by = { actor: 'schedule', cause: 'schedule', language: 'en' } as const
const NIGHT = entriesOf({ ...NEVER, nightly: '0 2 * * *' }, [])
const at = (now: string, entries = NIGHT) =>
  askDue({ database, desk, entries, timeZone: 'Europe/Madrid', now: new Date(now), by })

describe('askDue', () => {
  it('asks for nothing that was due before the first look', async () => {
    expect(await at('2026-11-20T12:00Z')).toEqual([])
  })

  it('asks once for what is due, however many look at once', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => at('2026-11-21T01:00:10Z')))

    const [due] = asked.flat()
    expect(asked.flat()).toEqual([{ name: 'nightly', run: due?.run }])
    expect(await runStore(database).get(due?.run ?? 0)).toMatchObject({
      ...{ task: 'nightly', state: 'queued', cause: 'schedule', actor: 'schedule' },
    })
    expect(await at('2026-11-21T23:00Z')).toEqual([])
  })

  it('catches up once what was missed for days, with the one that waits already', async () => {
    const waiting = (await runStore(database).recent(1)).items[0]?.id
    expect(await at('2026-11-25T12:00Z')).toEqual([{ name: 'nightly', run: waiting }])
    expect(await at('2026-11-25T12:00:10Z')).toEqual([])
  })

  it.each(['0 1 * * *', '0 9 * * *'])(
    'does not ask again by day where the timetable now says %s',
    async (nightly) => {
      const moved = entriesOf({ ...NEVER, nightly }, [])
      expect(await at('2026-11-25T13:00Z', moved)).toEqual([])
      expect(await at('2026-11-26T12:30Z', moved)).toHaveLength(1)
      expect(await at('2026-11-26T12:31Z', moved)).toEqual([])
    },
  )

  it('asks for a night of changed clocks once', async () => {
    const half = entriesOf({ ...NEVER, figures: '30 2 * * *' }, [])
    await at('2027-03-27T12:00Z', half)
    expect(await at('2027-03-28T00:59Z', half)).toEqual([])
    expect(await at('2027-03-28T01:01Z', half)).toHaveLength(1)
    expect(await at('2027-03-28T22:00Z', half)).toEqual([])
    await at('2027-10-30T12:00Z', half)
    expect(await at('2027-10-31T00:31Z', half)).toHaveLength(1)
    expect(await at('2027-10-31T01:31Z', half)).toEqual([])
  })
})
