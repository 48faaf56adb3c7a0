import { describe, expect, it } from 'vitest'
import { ALL_FINDINGS, type ListedFinding } from '../../reconcile/findings/list-queries.ts'
import type { ShownLook } from '../../reports/looks-table.ts'
import { type FindingList, findingListLines } from './finding-list-lines.ts'

const FINDING: ListedFinding = {
  ...{ id: 12, check: 'missing-in-edr', scope: 'ninjaone+threatlocker', subject: 'device:7' },
  ...{ state: 'open', severity: 'high', name: 'alb-01', site: 'Alder', municipality: null },
  ...{ building: null, evidence: {}, firstSeen: '2026-01-01', standingSince: '2026-11-08' },
  ...{ lastSeen: '2026-11-20', ageDays: 12, owner: null, note: null, acceptedUntil: null },
  ...{ acceptReason: null, isDormant: false },
}
const LOOK: ShownLook = {
  ...{ check: 'missing-in-edr', scope: 'ninjaone+threatlocker', day: '2026-11-20' },
  ...{ at: new Date('2026-11-20T03:00:00Z'), skipped: null, lookedOn: '2026-11-20' },
  compared: { ninjaone: '2026-11-20', threatlocker: '2026-11-19' },
}
const LIST: FindingList = {
  ...{
    day: '2026-11-20',
    filter: { ...ALL_FINDINGS, states: ['open', 'fixed'] },
    total: 1,
    dormant: 0,
  },
  byCheck: [{ check: 'missing-in-edr', severity: 'high', count: 1, oldestDays: 12 }],
  ...{ items: [FINDING], looks: [LOOK] },
}
const PAGE = { sort: 'severity', limit: 50, offset: 0 } as const

describe('findingListLines', () => {
  it('say how many of each check, each finding, and of which days they speak', () => {
    expect(findingListLines(LIST, PAGE, 'en')).toEqual([
      'As of 2026-11-20: 1 finding (open, fixed)',
      '',
      'COUNT   OLDEST  SEVERITY  CHECK                     CODE',
      '    1  12 days  high      Without protection agent  missing-in-edr',
      '',
      'ID   SEVERITY  CHECK                     ABOUT   SITE   DAYS  STATE  OWNER',
      'F12  high      Without protection agent  alb-01  Alder    12  open   -',
      '',
      'Compared last, by day:',
      '  NinjaOne 2026-11-20, ThreatLocker 2026-11-19: missing-in-edr',
    ])
  })

  it('name the source of a check that looks within one', () => {
    const twice = { ...FINDING, check: 'duplicate-in-source', scope: 'threatlocker' }

    expect(findingListLines({ ...LIST, items: [twice] }, PAGE, 'en')[6]).toMatch(
      /^F12 +high +.+ \(ThreatLocker\) +alb-01 /u,
    )
  })

  it('show only the table by check where that is asked for', () => {
    const lines = findingListLines({ ...LIST, items: null, total: 7 }, PAGE, 'es')

    expect(lines[0]).toBe('Al 2026-11-20: 7 discrepancias (abierta, corregida)')
    expect(lines.join('\n')).not.toMatch(/F12|Ahí no empieza nada/u)
  })

  it('call a finding of no name by what it is about, and one of no site by its building', () => {
    const bare = { ...FINDING, name: null, site: null, municipality: 'Baracoa', building: 'Torre' }
    const accepted = { ...bare, state: 'accepted', acceptedUntil: '2027-01-31' } as const

    const line = findingListLines({ ...LIST, items: [accepted] }, PAGE, 'es')[6]

    expect(line).toMatch(/ device:7 +Baracoa, Torre +12 +aceptada hasta 2027-01-31 +-$/u)
  })

  it('say where a page stands among all', () => {
    const page = { ...PAGE, offset: 12_000 }
    expect(findingListLines({ ...LIST, total: 12_204 }, page, 'es')).toContain(
      'Estas son de la 12.001 a la 12.001 de 12.204; las siguientes: --offset 12001; todas: --all, o --out ARCHIVO',
    )
    expect(findingListLines({ ...LIST, items: [], total: 3 }, page, 'en')).toContain(
      'Nothing begins there: 3 findings in all.',
    )
  })

  it('tell apart what was not compared, with the reason and the day last compared', () => {
    const skipped = { ...LOOK, day: '2026-11-21', skipped: { threatlocker: 'held', x: 'odd' } }
    const checks = ['a', 'b', 'c', 'd', 'e'].map((check) => ({ ...skipped, check }))
    const never = { ...skipped, check: 'f', lookedOn: null }
    const filter = { ...LIST.filter, checks: ['missing-in-edr', 'spare-with-agent'] }

    const lines = findingListLines({ ...LIST, filter, looks: [LOOK, ...checks, never] }, PAGE, 'en')

    expect(lines.slice(-5)).toEqual([
      'Not compared; these findings are as of an earlier day:',
      '  ThreatLocker is held for a person to accept, x odd; last compared 2026-11-20: 5 checks',
      'Never compared yet, so nothing is known of it:',
      '  ThreatLocker is held for a person to accept, x odd: f',
      'Never compared yet: spare-with-agent',
    ])
  })

  it('say that nothing was compared, which is another thing than no finding', () => {
    const none = { ...LIST, byCheck: [], items: [], total: 0, looks: [] }

    expect(findingListLines(none, PAGE, 'es')).toEqual([
      'Al 2026-11-20: 0 discrepancias (abierta, corregida)',
      '',
      expect.stringMatching(/^Aún no se ha comparado nada\. .*muster reconcile/u),
    ])
  })

  it('say how many there are besides that nobody looks at any more', () => {
    const lines = findingListLines({ ...LIST, dormant: 3 }, PAGE, 'en')

    expect(lines.join('\n')).toContain(
      '\n\nNot among them: 3 findings that nobody looks at any more',
    )
  })

  it('let no name steer the terminal', () => {
    const lines = findingListLines(
      { ...LIST, items: [{ ...FINDING, name: 'a\u001b[2J' }] },
      PAGE,
      'en',
    )

    expect(lines.join('\n')).toContain('a<U+001B>[2J')
  })
})
