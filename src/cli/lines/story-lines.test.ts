import { describe, expect, it } from 'vitest'
import { RULES } from '../../inventory/match/rules.ts'
import type { MachineStory, StoryRecord } from '../../jobs/fleet/link-machines.task.ts'
import { MATCH_RULE_WORDS } from '../../language/match-words.ts'
import { linkLines, questionLines } from './link-lines.ts'
import { storyLines } from './story-lines.ts'

const RECORD: StoryRecord = {
  ref: 'ninjaone:501',
  name: 'Front desk',
  hostname: 'alb-01',
  serial: 'ABC1234',
  site: 'Alder',
  rule: 'serial',
  value: 'ABC1234',
  otherValue: 'abc1234',
  through: 'threatlocker:x',
  lost: null,
  since: '2026-11-01',
}
const OTHER: StoryRecord = {
  ...RECORD,
  ref: 'threatlocker:x',
  serial: 'abc1234',
  through: 'ninjaone:501',
}
const STORY: MachineStory = {
  day: '2026-11-20',
  deviceId: 7,
  records: [RECORD, OTHER],
  decisions: [],
  ambiguous: [],
}
const QUESTION = {
  rule: 'hostname',
  why: 'several-candidates',
  candidates: [['ninjaone:1', 'threatlocker:x'], ['ninjaone:2']],
}
const tell = (story: Partial<MachineStory>, language: 'en' | 'es' = 'en') =>
  storyLines({ ...STORY, ...story }, { language, clock: (at) => at.toISOString().slice(0, 10) })

describe('storyLines', () => {
  it('tell the records of a machine, and once what makes two of them one', () => {
    expect(tell({})).toEqual([
      'Machine 7 as of 2026-11-20: 2 records',
      '  RECORD          NAME        HOST NAME  SERIAL NUMBER  SITE',
      '  ninjaone:501    Front desk  alb-01     ABC1234        Alder',
      '  threatlocker:x  Front desk  alb-01     abc1234        Alder',
      '',
      'Why they are one machine:',
      '  ninjaone:501 with threatlocker:x, since 2026-11-01: serial number "ABC1234" = "abc1234"',
    ])
  })

  it('tell every link of three records that hang together one by one', () => {
    const third = {
      ...RECORD,
      ref: 'ocs:9',
      through: 'threatlocker:x',
      rule: 'must-link',
      value: null,
    }
    const lines = tell({ records: [RECORD, OTHER, third] })

    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^ {2}ninjaone:501 with threatlocker:x/u),
      "  ocs:9 with threatlocker:x, since 2026-11-01: a person's word",
    ])
  })

  it('say of a record alone that no other speaks of the machine', () => {
    const alone = { ...RECORD, rule: null, value: null, otherValue: null, through: null }

    expect(tell({ records: [alone] }, 'es').at(-1)).toBe('  Ningún otro registro habla de él.')
  })

  it('say what came nearest, and why it is another machine', () => {
    const between = [1, 2] as const
    const lost = {
      ref: 'ninjaone:777',
      rule: 'hostname',
      reason: { kind: 'contradicted', by: 'serial', between } as const,
      unplaced: null,
    }

    expect(tell({ records: [{ ...RECORD, lost }] }).at(-1)).toBe(
      '  ninjaone:501 shares its host name at one site with ninjaone:777: stronger evidence differs (serial number)',
    )
  })

  it('say of a namesake whether it is elsewhere, or its organisation nowhere yet', () => {
    const lost = { ref: 'ninjaone:777', rule: 'hostname', reason: { kind: 'other-site' } as const }
    const last = (unplaced: string | null) =>
      tell({ records: [{ ...RECORD, lost: { ...lost, unplaced } }] }).at(-1)

    expect(last(null)).toMatch(/: the two are not at one site, /u)
    expect(last('ninjaone:42')).toMatch(
      /: organisation ninjaone:42 is at no site yet, .*: muster site-map ninjaone:42$/u,
    )
  })

  it('say what people said, when and why, and what is open', () => {
    const decision: MachineStory['decisions'][number] = {
      one: 'ninjaone:501',
      other: 'ocs:9',
      kind: 'cannot-link',
      by: 'Ana',
      reason: 'seen both',
      at: new Date('2026-11-02T08:00:00Z'),
    }

    expect(tell({ decisions: [decision], ambiguous: [QUESTION] }).slice(-5)).toEqual([
      'What people said:',
      '  ninjaone:501 and ocs:9 are two machines: Ana, 2026-11-02 (seen both)',
      '',
      'For a person to decide:',
      '  host name at one site, several machines fit: ninjaone:1 + threatlocker:x | ninjaone:2',
    ])
  })

  it('have words for every rule of matching', () => {
    expect(RULES.map(({ name }) => name).filter((name) => !(name in MATCH_RULE_WORDS))).toEqual([])
  })
})

describe('questionLines', () => {
  it('list what a person must decide, and how', () => {
    expect(questionLines([QUESTION], 'en')).toEqual([
      'host name at one site, several machines fit: ninjaone:1 + threatlocker:x | ninjaone:2',
      '',
      'To decide: muster link ONE OTHER --by NAME, or muster unlink ONE OTHER --by NAME',
    ])
    expect(questionLines(Array(53).fill(QUESTION), 'es')).toContain(
      'y 3 más; --json las lista todas',
    )
  })

  it('say so when nothing is open', () => {
    expect(questionLines([], 'en')).toHaveLength(1)
  })
})

describe('linkLines', () => {
  const matching = {
    ...{ day: '2026-11-20', records: 2, devices: 1, pairsCompared: 1, ambiguous: 0, clashes: 0 },
    ...{ merged: 0, links: { opened: 0, changed: 2, closed: 0, unchanged: 0 } },
  }
  const said = { one: 'a:1', other: 'b:2', matching }

  it.each([
    ['must-link', 'a:1 and b:2 are one machine'],
    ['cannot-link', 'a:1 and b:2 are two machines'],
    [null, 'Nothing is said of a:1 and b:2 any more'],
  ] as const)('repeat what was said: %s', (kind, line) => {
    expect(linkLines({ ...said, kind }, 'en')).toEqual([
      line,
      'Matching: 2 records, 1 machine (pairs compared: 1)',
    ])
  })
})
