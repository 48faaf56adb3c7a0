import { describe, expect, it } from 'vitest'
import type { FindingEvent, ListedFinding } from '../../reconcile/findings/list-queries.ts'
import { voiceOf } from '../../reports/voice.ts'
import { findingLines } from './finding-lines.ts'

const FINDING: ListedFinding = {
  ...{ id: 12, check: 'class-mismatch', scope: 'ninjaone+threatlocker', subject: 'device:7' },
  ...{ state: 'accepted', severity: 'medium', name: 'alb-01', site: 'Alder', municipality: null },
  ...{ building: null, evidence: {}, firstSeen: '2026-01-01', standingSince: '2026-11-08' },
  ...{
    lastSeen: '2026-11-20',
    ageDays: 12,
    owner: 'Luis',
    note: 'ask',
    acceptedUntil: '2027-01-31',
  },
  ...{ acceptReason: 'a lab', isDormant: false },
}
const EVIDENCE = {
  classes: { ninjaone: 'server', threatlocker: 'workstation' },
  records: [{ ref: 'ninjaone:501', lastContact: '2026-11-20T11:00:00.000Z' }],
}
const LOOK = {
  ...{ check: 'class-mismatch', scope: 'ninjaone+threatlocker', day: '2026-11-20' },
  ...{ at: new Date('2026-11-20T03:00:00Z'), skipped: null, lookedOn: '2026-11-20' },
  compared: { ninjaone: '2026-11-20', threatlocker: '2026-11-20' },
}
const NOTHING_ELSE = { planId: null, actor: null, words: null, until: null, stoodDays: null }

function event(kind: FindingEvent['kind'], said: Partial<FindingEvent> = {}): FindingEvent {
  const at = new Date('2026-11-08T12:00:00Z')
  return { kind, day: '2026-11-08', at, runId: 7, ...NOTHING_ELSE, ...said }
}

const lines = (said: Partial<Parameters<typeof findingLines>[0]>, language: 'en' | 'es' = 'en') =>
  findingLines(
    {
      finding: FINDING,
      evidence: EVIDENCE,
      look: LOOK,
      unplaced: null,
      events: [event('opened')],
      ...said,
    },
    voiceOf(language, 'America/Havana'),
  )

describe('findingLines', () => {
  it('name the machine, and the organisation of a namesake that is at no site yet', () => {
    const about = { ...FINDING, subject: 'device:24' }

    expect(lines({ finding: about })[2]).toBe('Machine 24: muster device 24')
    expect(lines({ finding: { ...FINDING, subject: 'ocs:12' } }).join('\n')).not.toMatch(/Machine/u)
    expect(lines({ unplaced: 'ninjaone:42' }, 'es').join('\n')).toMatch(
      /la organización ninjaone:42 aún no está en ningún sitio, .*muster site-map ninjaone:42/u,
    )
  })

  it('say what it is, where it stands, the evidence, what was compared and what happened', () => {
    expect(lines({})).toEqual([
      'F12  Server or workstation: alb-01',
      'The machine is a server at one source and a workstation at another.',
      'Machine 7: muster device 7',
      '',
      '  Check           class-mismatch',
      '  State           accepted',
      '  Accepted until  2027-01-31',
      '  Because         a lab',
      '  Severity        medium',
      '  Place           Alder',
      '  Owner           Luis',
      '  Note            ask',
      '  First seen      2026-01-01',
      '  Stands          since 2026-11-08, 12 days; last seen 2026-11-20',
      '',
      'Evidence:',
      '  Class: NinjaOne      server',
      '  Class: ThreatLocker  workstation',
      '  Records:',
      '    Record        Last contact',
      '    ninjaone:501  2026-11-20 06:00',
      '',
      'Compared:',
      '  NinjaOne 2026-11-20, ThreatLocker 2026-11-20',
      '',
      'What happened:',
      '  2026-11-08 07:00  Muster  seen for the first time  R7',
    ])
  })

  const AT_DESK = { actor: 'Ana', words: 'seen' }
  it.each<[FindingEvent, string]>([
    [event('reopened'), 'sigue ahí aunque se dijo corregida: abierta de nuevo'],
    [event('reopened', AT_DESK), 'Ana {5}abierta de nuevo: seen'],
    [event('verified', { stoodDays: 1, planId: 3 }), 'ya no se ve, tras 1 día {2}R7, P3'],
    [event('accepted', { ...AT_DESK, until: '2027-01-31' }), 'aceptada hasta 2027-01-31: seen'],
    [event('assigned', { actor: 'Ana', words: 'Luis' }), 'asignada a Luis'],
    [event('assigned', { actor: 'Ana' }), 'sin responsable'],
    [event('noted', { actor: 'Ana' }), 'nota quitada'],
    [
      event('returned', { day: '2026-11-07' }),
      'vista de nuevo tras desaparecer \\(al 2026-11-07\\)',
    ],
  ])('tell that %j', (happened, told) => {
    const events = [event('opened', { actor: 'Muster' }), happened]

    expect(lines({ events }, 'es').at(-1)).toMatch(new RegExp(`${told}(?: |$)`, 'u'))
  })

  it('say of one that nobody looks at any more that it is so', () => {
    expect(lines({ finding: { ...FINDING, isDormant: true } }).join('\n')).toMatch(
      /^ {2}Dormant +its check is off/mu,
    )
    expect(lines({}).join('\n')).not.toContain('Dormant')
  })

  it('say of one that is gone from when to when it stood, and what could not be compared since', () => {
    const finding = {
      ...FINDING,
      state: 'verified',
      acceptedUntil: null,
      ...{ acceptReason: null, isDormant: false },
    } as const
    const look = { ...LOOK, skipped: { threatlocker: 'partial' } }

    const told = lines({ finding, look })

    expect(told).toContain('  Stands      from 2026-11-08 to 2026-11-20, 12 days')
    expect(told).toContain('  ThreatLocker came only in part; last compared 2026-11-20')
    expect(lines({ look: null })).toContain(
      '  ninjaone+threatlocker: by a version of Muster that did not keep what it compared',
    )
  })
})
