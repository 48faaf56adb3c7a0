import { describe, expect, it } from 'vitest'
import type { PlannedLook } from '../../reconcile/checks/plan-looks.ts'
import type { MachineChecks } from '../../reconcile/findings/check-machines.task.ts'
import { checkLines } from './check-lines.ts'

const LOOK: PlannedLook = {
  ...{ check: 'missing-in-edr', scope: 'ninjaone+threatlocker' },
  ...{ sources: ['ninjaone', 'threatlocker'], asOf: new Date('2026-11-21T01:00:00Z') },
  ...{ compared: { ninjaone: '2026-11-21', threatlocker: '2026-11-21' }, skipped: null },
}
const HELD = { threatlocker: 'held' } as const
const CHECKS: MachineChecks = {
  ...{ day: '2026-11-21', machines: 700, findings: { 'missing-in-edr': 12 } },
  ...{ shifts: [{ check: 'missing-in-edr', opened: 1, closed: 3 }], looks: [LOOK] },
}

describe('checkLines', () => {
  it('says how many disagree by check, and what came and went', () => {
    expect(checkLines(CHECKS, 'en')).toEqual([
      'Checked 2026-11-21: 12 disagreements; muster findings lists them',
      '  12  missing-in-edr  Without protection agent  1 new, 3 gone',
    ])
  })

  it('names the checks that did not look, once for each reason', () => {
    const looks = [
      { ...LOOK, check: 'stale-on-one-side', skipped: HELD },
      { ...LOOK, check: 'class-mismatch', skipped: HELD },
    ]

    expect(checkLines({ ...CHECKS, looks }, 'en')).toEqual([
      'Not compared, so nothing opened or closed: stale-on-one-side, class-mismatch (ThreatLocker: is held for a person to accept)',
    ])
  })

  it('says that all agree', () => {
    expect(checkLines({ ...CHECKS, findings: {}, shifts: [] }, 'es')).toEqual([
      'Las fuentes concuerdan en todos los equipos del 2026-11-21',
    ])
  })
})
