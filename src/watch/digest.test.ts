import { describe, expect, it } from 'vitest'
import { voiceOf } from '../reports/voice.ts'
import { digestOf } from './digest.ts'
import { digestDocument } from './digest-document.ts'
import { digestText } from './digest-text.ts'
import type { UntoldConcern } from './queries.ts'

const SINCE = new Date('2026-11-20T11:00:00Z')
const OVER = new Date('2026-11-21T11:00:00Z')
const late: UntoldConcern = {
  ...{ id: 1, kind: 'source-late', key: 'source-late:ninjaone', since: SINCE, overAt: null },
  details: {
    ...{ source: 'ninjaone', due: '2026-11-19', by: '06:00' },
    ...{ lastDay: null, lastState: 'failed' },
  },
}
const findings = (level: number, changed: Partial<UntoldConcern> = {}): UntoldConcern => ({
  ...{ id: 10 + level, kind: 'findings', key: `findings:missing-in-edr:${level}` },
  ...{ since: SINCE, overAt: null, ...changed },
  details: { check: 'missing-in-edr', severity: 'high', count: 130, level },
})

describe('digestOf', () => {
  const keys = (told: readonly { key: string }[]) => told.map(({ key }) => key)

  it('tells the highest of the levels that a check reached at once', () => {
    const { begun } = digestOf([findings(1), late, findings(100), findings(10)], 4)
    expect(keys(begun)).toEqual(['source-late:ninjaone', 'findings:missing-in-edr:100'])
  })

  it('tells the lowest of the levels that a check fell below', () => {
    const over = [findings(10, { overAt: OVER }), findings(100, { overAt: OVER }), findings(1)]
    expect(keys(digestOf(over, 1).over)).toEqual(['findings:missing-in-edr:10'])
  })
})

describe('digestText', () => {
  it('is plain text in English, by the local clock', () => {
    const digest = digestOf([late, findings(10, { overAt: OVER })], 1)

    expect(digestText(digest, voiceOf('en', 'America/Havana'))).toEqual({
      subject: 'Muster: 1 new, 1 over',
      text: [
        'New',
        '- ninjaone is late: 2026-11-19 was to be complete by 06:00 (America/Havana); no day of it is complete, its last try: failed. See: muster days',
        '',
        'Over',
        '- 2026-11-20 06:00 – 2026-11-21 06:00: Without protection agent: 130 open findings (told from 10). See: muster findings --check missing-in-edr',
        '',
        'Standing in all: 1. To list them: muster alerts --dry-run',
        '',
      ].join('\n'),
    })
  })

  it('speaks Spanish', () => {
    const { subject, text } = digestText(digestOf([late], 1), voiceOf('es', 'UTC'))

    expect(subject).toBe('Muster: 1 por atender, 0 resueltas')
    expect(text).toContain('ninjaone está atrasada: 2026-11-19 debía estar completo a las 06:00')
  })

  it('keeps to one line what comes from others', () => {
    const details = {
      ...{ source: 'pos', metric: 'a\r\nBcc: x', day: '2026-11-20' },
      ...{ value: 1 / 3, expected: 2, direction: 'low' },
    }
    const odd: UntoldConcern = { ...late, kind: 'anomaly', details }

    expect(digestText(digestOf([odd], 1), voiceOf('en', 'UTC')).text).toContain(
      '- a Bcc: x of pos is oddly low on 2026-11-20: 0.3333 where about 2 was expected.',
    )
  })

  it('tells how many there are beyond a hundred', () => {
    const many = Array.from({ length: 103 }, (_, id) => ({ ...late, id }))
    expect(digestText(digestOf(many, 103), voiceOf('en', 'UTC')).text).toContain('- and 3 more\n')
  })
})

it('gives programs a document in which each piece of news has an id of its own', () => {
  const digest = digestOf([late, findings(10, { overAt: OVER })], 1)
  const text = digestText(digest, voiceOf('en', 'UTC'))

  const document = digestDocument(digest, text, { delivery: 5, at: OVER })

  expect(document).toMatchObject({
    ...{ version: 1, delivery: 5, at: '2026-11-21T11:00:00.000Z' },
    begun: [{ id: '1:begun', key: 'source-late:ninjaone', overAt: null }],
    over: [{ id: '20:over', overAt: '2026-11-21T11:00:00.000Z' }],
    totals: { begun: 1, over: 1, standing: 1 },
  })
  expect(document.text).toMatch(/^Muster: 1 new, 1 over\n\nNew\n/u)
})
