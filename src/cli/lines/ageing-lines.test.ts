import { describe, expect, it } from 'vitest'
import type { AgeingRow } from '../../reconcile/findings/ageing.ts'
import { ageingLines, type ShownAgeing } from './ageing-lines.ts'

const ROW: AgeingRow = {
  ...{ day: '2026-11-20', check: 'missing-in-edr', place: 'all', site: null, municipality: null },
  ...{ standing: 1_200, accepted: 3, opened: 2, verified: 1, meanAgeDays: 4.26, oldestDays: 90 },
  meanFixDays: 3,
}
const QUIET: AgeingRow = {
  ...{ ...ROW, check: 'class-mismatch', standing: 0, accepted: 0, opened: 0, verified: 0 },
  ...{ meanAgeDays: null, oldestDays: null, meanFixDays: null },
}
const SHOWN: ShownAgeing = {
  ...{ from: '2026-11-17', to: '2026-11-20', site: null, checks: [], rows: [ROW, QUIET] },
  unlooked: [],
}

describe('ageingLines', () => {
  it('say day by day how a check stands, and leave out those that found nothing', () => {
    expect(ageingLines({ ...SHOWN, isByPlace: false }, 'en')).toEqual([
      'Findings day by day, 2026-11-17 - 2026-11-20',
      '',
      'DAY         CHECK                     STANDING  ACCEPTED  CAME  WENT  MEAN AGE  OLDEST  DAYS TO FIX',
      '2026-11-20  Without protection agent     1,200         3     2     1       4.3      90            3',
      '',
      expect.stringMatching(/^Not shown: checks that compared on a day and found nothing\./u),
    ])
  })

  it('show zeros of a check that was asked for, and a dash where there is nothing to measure', () => {
    const lines = ageingLines(
      { ...SHOWN, checks: ['class-mismatch'], rows: [QUIET], isByPlace: false },
      'es',
    )

    expect(lines.at(-1)).toMatch(/^2026-11-20 {2}Servidor o .*( +0){4}( +-){3}$/u)
  })

  it('show every place where that is asked for', () => {
    const places: AgeingRow[] = [
      { ...ROW, place: 'one', site: 'Alder', standing: 700 },
      { ...ROW, place: 'one', standing: 500 },
    ]

    const lines = ageingLines({ ...SHOWN, rows: [ROW, ...places], isByPlace: true }, 'en')

    expect(lines.slice(3)).toEqual([
      expect.stringMatching(/ \(everywhere\) +1,200 /u),
      expect.stringMatching(/ Alder +700 /u),
      expect.stringMatching(/ \(at no site\) +500 /u),
    ])
  })

  it('tell the days without figures as ranges, those of the same reason together', () => {
    const none = (day: string, check: string) => ({ day, check, scope: null, skipped: null })
    const unlooked = [
      ...['2026-11-18', '2026-11-17'].flatMap((day) => [none(day, 'a'), none(day, 'b')]),
      { ...none('2026-11-19', 'a'), scope: 'n+t', skipped: { threatlocker: 'failed' } },
    ]

    expect(ageingLines({ ...SHOWN, site: 'Alder', unlooked, isByPlace: false }, 'en')).toEqual(
      expect.arrayContaining([
        'Findings at Alder day by day, 2026-11-17 - 2026-11-20',
        'Of these days there is no figure, which is not zero:',
        '  2026-11-17 - 2026-11-18  nothing was compared: a, b',
        '  2026-11-19  ThreatLocker could not be collected: a',
      ]),
    )
  })
})
