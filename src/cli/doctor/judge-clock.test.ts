import { expect, it } from 'vitest'
import { judgeClocks } from './judge-clock.ts'

const here = new Date('2026-11-21T12:00:00Z')
const health = (database: string, isZoneKnown = true) =>
  judgeClocks({ here, database: new Date(database), timeZone: 'America/Havana', isZoneKnown }).map(
    (remark) => remark.health,
  )

it('clocks may be five seconds apart, whichever is ahead', () => {
  expect(health('2026-11-21T12:00:05Z')).toEqual(['ok', 'ok'])
  expect(health('2026-11-21T12:00:05.001Z')).toEqual(['attention', 'ok'])
  expect(health('2026-11-21T11:59:54Z')).toEqual(['attention', 'ok'])
})

it('a zone that the database does not know asks for attention', () => {
  expect(health('2026-11-21T12:00:00Z', false)).toEqual(['ok', 'attention'])
})
