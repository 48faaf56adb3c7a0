import { describe, expect, it } from 'vitest'
import { judgeBackup, judgeNights, type LastRun } from './judge-nights.ts'

const now = new Date('2026-11-21T12:00:00Z')
const ended = (at: string, state = 'agreed'): LastRun => ({ state, endedAt: new Date(at) })
const night = (last: LastRun | null, isDue = true) => judgeNights(last, { now, isDue }).health

describe('judgeNights', () => {
  it('asks for attention where a due night did not come in a day and a half', () => {
    expect(night(ended('2026-11-20T00:00:00Z'))).toBe('ok')
    expect(night(ended('2026-11-19T23:59:00Z'))).toBe('attention')
    expect(night(null)).toBe('attention')
  })

  it('minds no absent night where there is nothing to collect', () => {
    expect([night(null, false), night(ended('2025-01-01T00:00:00Z'), false)]).toEqual(['ok', 'ok'])
  })

  it('calls a night broken that failed or died', () => {
    expect(night(ended('2026-11-21T02:00:00Z', 'failed'))).toBe('broken')
    expect(night(ended('2026-11-21T02:00:00Z', 'interrupted'))).toBe('broken')
    expect(night(ended('2026-11-21T02:00:00Z', 'differences'))).toBe('ok')
  })

  it('says when it was and how it ended', () => {
    expect(judgeNights(ended('2026-11-21T02:10:00Z', 'held'), { now, isDue: true }).says.en).toBe(
      'last ended 2026-11-21 02:10 UTC, 9 h ago: held',
    )
  })
})

describe('judgeBackup', () => {
  it('asks for one that is whole and not older than eight days', () => {
    expect(judgeBackup(ended('2026-11-13T12:00:00Z'), now).health).toBe('ok')
    expect(judgeBackup(ended('2026-11-13T11:00:00Z'), now).health).toBe('attention')
    expect(judgeBackup(ended('2026-11-21T11:00:00Z', 'failed'), now).health).toBe('attention')
    expect(judgeBackup(null, now).health).toBe('attention')
  })
})
