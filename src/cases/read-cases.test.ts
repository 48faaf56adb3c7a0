import { describe, expect, it } from 'vitest'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { mergedSettings } from './merged-settings.ts'
import { readCases } from './read-cases.ts'
import { writtenRules } from './rule-parts.ts'

const read = (text: string, base: object = {}) =>
  readCases([{ file: 'a.yaml', text }], { base: { ...base }, language: 'en' })

function faultsOf(texts: readonly string[], language: Language = 'en'): string[] {
  const files = texts.map((text, at) => ({ file: `${'abc'[at]}.yaml`, text }))
  try {
    readCases(files, { base: {}, language })
  } catch (error) {
    if (error instanceof AppError && error.code === 'cases.invalid') {
      return (error as AppError<'cases.invalid'>).details.faults
    }
    throw error
  }
  return []
}

/** A case whose parts are as given, each on a line of its own. */
const caseWith = (given: string, expected: string, more = '') => `cases:
  - name: one
    ${more}
    given: ${given}
    expect: ${expected}
`
const GIVEN = '{ ninjaone: [{ id: 1 }] }'
const EXPECTED = '{ onlyThese: true }'

describe('readCases', () => {
  it('runs each case by the rules of the configuration, the file and the case, the last over all', () => {
    const [first, second] = read(
      `config: { fleet: { spareWords: [loan] }, checks: { staleDays: 5 } }
cases:
  - { name: one, given: ${GIVEN}, expect: ${EXPECTED} }
  - name: two
    config: { checks: { staleDays: 9 }, fleet: { matching: { macShare: 7 } } }
    given: ${GIVEN}
    expect: ${EXPECTED}
`,
      { fleet: { matching: { sharedBy: 1 } }, tags: { emptyWords: ['NA'] } },
    )

    expect(first).toMatchObject({ file: 'a.yaml', line: 3, golden: { name: 'one' } })
    expect(first?.rules).toMatchObject({
      fleet: { policy: { spareWords: ['loan'] }, matching: { sharedBy: 1, macShare: 3 } },
      checks: { policy: { staleDays: 5 } },
      tags: { emptyWords: ['NA'] },
    })
    expect(second?.rules).toMatchObject({
      fleet: { policy: { spareWords: ['loan'] }, matching: { sharedBy: 1, macShare: 7 } },
      checks: { policy: { staleDays: 9 } },
    })
  })

  it('takes the day of the file for cases that name none', () => {
    const [first, second] = read(`today: 2026-11-21
cases:
  - { name: one, given: ${GIVEN}, expect: ${EXPECTED} }
  - { name: two, today: 2026-01-01, given: ${GIVEN}, expect: ${EXPECTED} }
`)

    expect([first?.golden.today, second?.golden.today]).toEqual(['2026-11-21', '2026-01-01'])
  })

  it('tells every fault of every file at once, each with its file and line', () => {
    const broken = caseWith('{ ninjaone: [{ id: 1, serial: 0123, size: 9 }] }', '{}')
    const unknown = caseWith(
      GIVEN,
      '{ links: [[ninjaone:1, ninjaone:9]] }',
      'config: { fleet: { spareWord: [x] } }',
    )

    expect(faultsOf([broken, unknown, 'cases: ['])).toEqual([
      'a.yaml:4: cases.1.given.ninjaone.1.serial: must be a text; put what looks like a number in quotes, or its zeros are lost',
      'a.yaml:4: cases.1.given.ninjaone.1.size: a case has no such word',
      expect.stringMatching(
        /^a\.yaml:5: cases\.1\.expect: expects nothing, so it could never fail/u,
      ),
      'b.yaml:3: cases.1.config.fleet.spareWord: Muster has no such setting',
      'b.yaml:5: cases.1.expect.links.1.2: the case gives no such record',
      expect.stringMatching(/^c\.yaml:1: /u),
    ])
  })

  it('tells faults of the settings also where the cases themselves cannot be read', () => {
    const text = caseWith('{ ninjaone: 1 }', EXPECTED, 'config: { checks: { staleDay: 1 } }')

    expect(faultsOf([text]).map((fault) => fault.split(':')[2]?.trim())).toEqual([
      'cases.1.config.checks.staleDay',
      'cases.1.given.ninjaone',
    ])
  })

  it('tells all faults of a case at once, also those of what its records say', () => {
    const text = `cases:
  - name: one
    given:
      ninjaone:
        - { id: 1, serial: 7 }
        - { id: 1, lastContact: 2026-01-31 }
      helpdesk: [{ id: 5 }]
    expect:
      links:
        - [nothing]
        - [ninjaone:9]
        - [ninjaone:1, ninjaone:1]
      questions: many
  - name: one
    given: ${GIVEN}
    expect: { findings: [{ check: no-such, records: [ninjaone:1] }] }
`
    expect(faultsOf([text]).map((fault) => fault.slice(0, fault.indexOf(': ', 12)))).toEqual([
      'a.yaml:5: cases.1.given.ninjaone.1.serial',
      'a.yaml:6: cases.1.given.ninjaone.2.id',
      'a.yaml:6: cases.1.given.ninjaone.2.lastContact',
      'a.yaml:10: cases.1.expect.links.1.1',
      'a.yaml:11: cases.1.expect.links.2.1',
      'a.yaml:12: cases.1.expect.links.3.2',
      'a.yaml:13: cases.1.expect.questions',
      'a.yaml:14: cases.2.name',
      'a.yaml:16: cases.2.expect.findings.1.check',
    ])
  })

  it('does not call a record unknown where it could only not be read', () => {
    const text = caseWith('{ ninjaone: [{ id: [] }, { id: 2 }] }', '{ links: [[ninjaone:1]] }')

    expect(faultsOf([text])).toEqual([
      expect.stringMatching(/^a\.yaml:4: cases\.1\.given\.ninjaone\.1\.id: must be the id/u),
    ])
  })

  it.each(['cases: []', 'cases:', 'today: 2026-01-31', '', 'cases: one'])(
    'says of a file without cases what cases are: %s',
    (text) => {
      expect(faultsOf([text])).toEqual([
        expect.stringMatching(
          /^a\.yaml:1: (?:cases: )?it holds no cases; it begins with "cases:"/u,
        ),
      ])
    },
  )

  it('gives what is missing the line of what lacks it, in words of its own', () => {
    const text = `cases:\n  - name: one\n    given: ${GIVEN}\n    expect: { tags: [{ ocs: 1, tag: A }] }\n`

    expect(faultsOf([text], 'es')).toEqual([
      'a.yaml:4: cases.1.expect.tags.1.outcome: falta',
      'a.yaml:4: cases.1.expect.tags: los TAG se deciden con ocs, finance y locations; el caso no da los tres',
    ])
  })

  it('tells faults in Spanish', () => {
    expect(faultsOf([caseWith('{}', EXPECTED), 'nada'], 'es')).toEqual([
      'a.yaml:4: cases.1.given: no da ningún registro de ninguna fuente',
      'b.yaml:1: no contiene casos; empieza con «cases:», y cada caso tiene name, given y expect',
    ])
  })

  it.each([
    ['two records of one id', '{ ninjaone: [{ id: 1 }, { id: "1" }] }', 'has a record of that id'],
    ['a name that is none of a source', '{ Intune: [{ id: 1 }] }', 'no name of a source'],
    ['a date without a day', '{ x: [{ id: 1, lastContact: 2026-01-01 }] }', 'without the day'],
    ['a MAC that is none', '{ x: [{ id: 1, macs: [zz] }] }', 'must be a MAC'],
  ])('refuses %s', (_, given, said) => {
    expect(faultsOf([caseWith(given, EXPECTED)])).toEqual([expect.stringContaining(said)])
  })

  it.each([
    ['a record in two machines', '{ links: [[ninjaone:1], [ninjaone:1]] }', 'in a group before'],
    ['TAGs without books', '{ tags: [] }', 'does not give all three'],
    ['a finding about nothing', '{ findings: [{ check: class-mismatch }] }', 'what the finding is'],
  ])('refuses to expect %s', (_, expected, said) => {
    expect(faultsOf([caseWith(GIVEN, expected)])).toEqual([expect.stringContaining(said)])
  })

  it.each([
    ['{ link: [ninjaone:1, ninjaone:1] }', 'names one record twice'],
    ['{ link: [ninjaone:1, ocs:7] }', 'no such record'],
    ['{ place: ninjaone:Oak, at: Oak }', 'of that organisation'],
    ['{ join: [a, b] }', 'must be { link'],
  ])('refuses the decision %s', (decision, said) => {
    const text = caseWith(GIVEN, EXPECTED, `decisions: [${decision}]`)

    expect(faultsOf([text])).toEqual([expect.stringContaining(said)])
  })

  it('refuses rows of OCS that are expected twice or are not there', () => {
    const books = '{ ocs: [{ id: 1 }], finance: [], locations: [] }'
    const row = (id: number) => `{ ocs: ${id}, outcome: empty-number }`

    expect(faultsOf([caseWith(books, `{ tags: [${row(1)}, ${row(1)}, ${row(2)}] }`)])).toEqual([
      'a.yaml:5: cases.1.expect.tags.2.ocs: this row stands there before',
      'a.yaml:5: cases.1.expect.tags.3.ocs: the case gives no such row of ocs',
    ])
  })

  it('refuses two cases of one name, and a source said to be incomplete that is not given', () => {
    const one = `{ name: one, given: ${GIVEN}, expect: ${EXPECTED} }`
    const other = one.replace('{ name', '{ collected: { ocs: held }, name')

    expect(faultsOf([`cases:\n  - ${one}\n  - ${other}\n`])).toEqual([
      'a.yaml:3: cases.2.collected.ocs: is no source of machines that this case gives',
      'a.yaml:3: cases.2.name: another case of this file has that name',
    ])
  })
})

describe('writtenRules', () => {
  const rules = (text: string) => writtenRules({ file: 'muster.yaml', text }, 'en')

  it('takes the rules of a configuration and leaves its sources and secrets alone', () => {
    const text = 'sources: { ninjaone: {} }\nfleet: { spareWords: [loan] }\nguards: 7\n'

    expect(rules(text)).toEqual({ fleet: { spareWords: ['loan'] } })
  })

  it('refuses rules that cannot be used, with the line', () => {
    expect(() => rules('fleet:\n  spareWord: [loan]\n')).toThrow(
      'muster.yaml:2: fleet.spareWord: Muster has no such setting',
    )
  })
})

describe('mergedSettings', () => {
  it('lets what is named again count, lists whole and the rest as it was', () => {
    const under = { fleet: { spareWords: ['a', 'b'], matching: { sharedBy: 1 } } }
    const over = { fleet: { spareWords: ['c'], matching: { macShare: 2 } }, tags: {} }

    expect(mergedSettings(under, over)).toEqual({
      fleet: { spareWords: ['c'], matching: { sharedBy: 1, macShare: 2 } },
      tags: {},
    })
    expect(mergedSettings(under, undefined)).toBe(under)
  })
})
