import { describe, expect, it } from 'vitest'
import { type Figures, NO_FIGURES } from '../../inventory/count/site-figures.ts'
import { type Counts, countLines } from './count-lines.ts'

const NOW: Figures = { ...NO_FIGURES, total_devices: 1_204, servers: 40, distinct_devices: 812 }
const THEN: Figures = { ...NO_FIGURES, total_devices: 1_190, servers: 50, distinct_devices: 812 }
const COUNTS: Counts = {
  day: '2026-11-20',
  restsOn: [{ source: 'ninjaone', day: '2026-11-20' }],
  monthEnd: '2026-10-31',
  monthEndRestsOn: [
    { source: 'ninjaone', day: '2026-10-31' },
    { source: 'threatlocker', day: '2026-10-29' },
  ],
  places: [
    { scope: { kind: 'all' }, current: NOW, previous: THEN },
    { scope: { kind: 'site', site: 'Alder' }, current: NOW, previous: null },
    { scope: { kind: 'site', site: null }, current: null, previous: THEN },
  ],
}

describe('countLines', () => {
  it('set every figure beside that of the month-end, and say what that one rests on where it is older', () => {
    expect(countLines(COUNTS, 'en').slice(0, 14)).toEqual([
      'Counts as of 2026-11-20',
      '  NinjaOne as of 2026-11-20',
      'Compared with the last month-end: 2026-10-31',
      '  ThreatLocker as of 2026-10-29; not collected since',
      '',
      '                           NOW  2026-10-31  CHANGE        %',
      '  Listed by all sources  1,204       1,190     +14   +1.2 %',
      '  Servers                   40          50     -10  -20.0 %',
      '  Workstations               0           0       0        -',
      '  Spares                     0           0       0        -',
      '  Billable                   0           0       0        -',
      '  In NinjaOne                0           0       0        -',
      '  In ThreatLocker            0           0       0        -',
      '  Machines counted once    812         812       0    0.0 %',
    ])
  })

  it('give every site its row, also one that is new, and one that has nothing left', () => {
    const [, ...sites] = countLines(COUNTS, 'en').slice(15)

    expect(sites.map((line) => line.trim().split(/ {2,}/u))).toEqual([
      ['Alder', '1,204', '40', '0', '0', '0', '0', '0', '812', '+1,204'],
      ['(at no site)', '0', '0', '0', '0', '0', '0', '0', '0', '-1,190'],
    ])
  })

  it('compare with nothing where no month-end is kept', () => {
    const lines = countLines({ ...COUNTS, monthEnd: null, monthEndRestsOn: [] }, 'es')

    expect(lines[2]).toBe('Aún no se conserva ningún cierre de mes con que comparar.')
    expect(lines[5]).toBe('  Listados en todas las fuentes   1204')
    expect(lines.join()).not.toContain('%')
  })
})
