import { describe, expect, it } from 'vitest'
import type { ShownCollection } from '../../collect/store.ts'
import { voiceOf } from '../../reports/voice.ts'
import { collectionLines } from './collection-lines.ts'

const COMPLETE: ShownCollection = {
  id: 3,
  run: 7,
  source: 'ninjaone',
  day: '2026-11-20',
  try: 1,
  state: 'complete',
  overtakenBy: null,
  origin: 'https://eu.example',
  inputHash: 'abc',
  inputBytes: null,
  records: 1_204,
  rejected: 1,
  rejections: [{ place: 'page 3 item 7', code: 'id-missing', raw: '{}' }],
  notes: [{ code: 'unapproved-excluded', place: 'ninjaone', detail: '4' }],
  missing: [],
  holds: [],
  error: null,
  history: { opened: 3, changed: 12, closed: 1, unchanged: 1_188 },
  isPruned: false,
  acceptedBy: null,
  acceptedAt: null,
  acceptReason: null,
  startedAt: new Date('2026-11-20T08:00:00Z'),
  endedAt: new Date('2026-11-20T08:01:00Z'),
}
const HELD: Partial<ShownCollection> = {
  ...{ state: 'held', history: null, rejected: 0, rejections: [], notes: [], records: 400 },
  holds: [{ code: 'shrunk', source: 'ninjaone', before: 1_204, now: 400, limit: 0.2 }],
}
const tell = (collection: Partial<ShownCollection>, language: 'en' | 'es' = 'en') =>
  collectionLines(
    { ...COMPLETE, ...collection },
    { language, clock: voiceOf(language, 'America/Havana').at },
  )

describe('collectionLines', () => {
  it('tell where it came from, how much was read and refused, and what it came to', () => {
    expect(tell({})).toEqual([
      'C3  NinjaOne  2026-11-20  complete  R7',
      '  2026-11-20 03:00 - 2026-11-20 03:01',
      '  https://eu.example',
      '  SHA-256 abc',
      '  1,204 records read, 1 refused',
      '  In the history: 3 new, 12 changed, 1 gone, 1,188 the same',
      expect.stringMatching(/^ {2}page 3 item 7 {2}\S.* {2}\{\}$/u),
      expect.stringMatching(/were left out: ninjaone \(4\)$/u),
    ])
  })

  it('tell of a held one why, and how it is accepted', () => {
    expect(tell(HELD).slice(4)).toEqual([
      '  400 records read, 0 refused',
      '  400 records, 1,204 when it was last accepted. If that is right: muster accept C3 --by NAME',
      '  Nothing of it was taken in: what was known before stays in force.',
    ])
  })

  it('never say how to accept one that a later try took the place of', () => {
    const lines = tell({ ...HELD, overtakenBy: 9 })

    expect(lines.join('\n')).not.toContain('muster accept')
    expect(lines).toContain(
      '  That day was tried again: C9 is the last try, and the only one that can be accepted.',
    )
    expect(lines).toContain('  400 records, 1,204 when it was last accepted.')
  })

  it('tell who accepted one, when and why', () => {
    const accepted = {
      ...{ acceptedBy: 'Ana', acceptReason: 'sold', acceptedAt: new Date('2026-11-20T14:00:00Z') },
    }

    expect(tell({ ...HELD, ...accepted, state: 'complete' }, 'es')).toContain(
      '  Aceptado por Ana, 2026-11-20 09:00 (sold)',
    )
  })

  it('tell of a failed one its failure in words, and count nothing', () => {
    const error = {
      code: 'api.timed-out',
      details: { source: 'ninjaone', url: 'https://x', seconds: 30 },
    }
    const unread = { records: 0, rejected: 0, rejections: [], notes: [], history: null }
    const lines = tell({ ...unread, state: 'failed', error, inputHash: null })

    expect(lines.join('\n')).not.toContain('read,')
    expect(lines[3]).toContain('did not finish its answer')
  })

  it('tell of a partial one what is missing, and of a pruned one that it is gone', () => {
    const missing = [
      { code: 'fewer-than-said', place: '/v2/devices', expected: 100, received: 90 },
    ] as const

    expect(tell({ state: 'partial', history: null, missing })).toContain(
      '  The source says it has more than it gave: /v2/devices (90 of 100)',
    )
    expect(tell({ isPruned: true })).toContain(
      '  No longer kept: it cannot be asked as of that day.',
    )
  })

  it('let nothing that a source sent steer the terminal', () => {
    expect(tell({ origin: 'https://x/\u001b[2J' })[2]).toBe('  https://x/<U+001B>[2J')
  })
})
