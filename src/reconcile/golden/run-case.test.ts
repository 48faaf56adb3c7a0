import { describe, expect, it } from 'vitest'
import { golden } from '../../../test/support/golden-books.ts'
import { caseOf, USUAL_RULES } from '../../../test/support/golden-cases.ts'
import type { Miss } from './miss.ts'
import { runCase } from './run-case.ts'

const desk = (id: number, fields: object = {}) => ({
  ...{ id, organisation: 'Alder', displayName: `Desk ${id}`, hostname: `desk-${id}` },
  ...{ serial: `SIM${id}`, nodeClass: 'WINDOWS_WORKSTATION' },
  ...fields,
})
const guarded = (id: number, fields: object = {}) => ({
  ...{ id, organisation: 'Alder', displayName: `DESK-${id}`, hostname: `DESK-${id}` },
  ...{ serial: `SIM${id}` },
  ...fields,
})
const BOTH = { ninjaone: [desk(1), desk(2)], threatlocker: [guarded(1)] }
const missesOf = (expected: object, given: object = BOTH, more: object = {}): Miss[] =>
  runCase(caseOf({ given, expect: expected, ...more }), USUAL_RULES)

describe('links', () => {
  it('that are as expected are no miss', () => {
    expect(missesOf({ links: [['threatlocker:1', 'ninjaone:1']], onlyThese: true })).toEqual([])
    expect(missesOf({ links: [['ninjaone:2']] })).toEqual([])
  })

  it('that are missing are told with the machines there are, and why', () => {
    expect(missesOf({ links: [['ninjaone:1', 'ninjaone:2']] })).toMatchObject([
      {
        kind: 'machine-missing',
        expected: ['ninjaone:1', 'ninjaone:2'],
        found: [['ninjaone:1', 'threatlocker:1'], ['ninjaone:2']],
        why: [
          { ref: 'ninjaone:1', linked: { through: 'threatlocker:1', rule: 'serial' }, lost: null },
          { ref: 'ninjaone:2', linked: null, lost: null },
          { ref: 'threatlocker:1', linked: { through: 'ninjaone:1', value: 'SIM1' } },
        ],
      },
    ])
  })

  it('of a machine with one record more are a miss', () => {
    expect(missesOf({ links: [['ninjaone:1']] })).toMatchObject([
      { kind: 'machine-missing', found: [['ninjaone:1', 'threatlocker:1']] },
    ])
  })

  it('beyond those expected are a miss only where these are to be all', () => {
    expect(missesOf({ links: [['ninjaone:2']] })).toEqual([])
    expect(missesOf({ links: [['ninjaone:2']], onlyThese: true })).toMatchObject([
      { kind: 'machine-unexpected', found: ['ninjaone:1', 'threatlocker:1'] },
    ])
    expect(missesOf({ onlyThese: true })).toHaveLength(1)
  })

  it('follow what people decided', () => {
    const decisions = [
      { unlink: ['ninjaone:1', 'threatlocker:1'] },
      { link: ['ninjaone:2', 'threatlocker:1'] },
    ]

    const links = [['ninjaone:1'], ['ninjaone:2', 'threatlocker:1']]
    expect(missesOf({ links }, BOTH, { decisions })).toEqual([])
  })
})

describe('questions', () => {
  const CUT = { hostname: 'ALB-RADIOLOGY-0', serial: null }
  const given = {
    ninjaone: [desk(1, CUT)],
    threatlocker: [
      guarded(1, { hostname: 'ALB-RADIOLOGY-01', serial: null }),
      guarded(2, { hostname: 'ALB-RADIOLOGY-02', serial: null }),
    ],
  }
  const all = ['threatlocker:2', 'ninjaone:1', 'threatlocker:1']

  it('are known by their records, in any order', () => {
    expect(missesOf({ questions: [all] }, given)).toEqual([])
  })

  it('are a miss where none is expected, and where another one is', () => {
    expect(missesOf({ questions: [] }, given)).toMatchObject([
      { kind: 'question-unexpected', rule: 'hostname-15', why: 'several-candidates' },
    ])
    expect(missesOf({ questions: [all.slice(1)] }, given).map(({ kind }) => kind)).toEqual([
      'question-missing',
      'question-unexpected',
    ])
  })
})

describe('findings', () => {
  const missing = { check: 'missing-in-edr', records: ['ninjaone:2'] }

  it('are exactly those expected', () => {
    expect(missesOf({ findings: [missing] })).toEqual([])
    expect(missesOf({ findings: [] })).toMatchObject([
      { kind: 'finding-unexpected', found: { check: 'missing-in-edr', records: ['ninjaone:2'] } },
    ])
    expect(missesOf({ findings: [], moreFindings: true })).toEqual([])
  })

  it('are told missing with what is found instead and what the records are', () => {
    const wanted = { check: 'spare-with-agent', records: ['ninjaone:2'] }

    expect(missesOf({ findings: [wanted], moreFindings: true })).toMatchObject([
      {
        ...{ kind: 'finding-missing', expected: wanted, silent: null },
        instead: [{ check: 'missing-in-edr' }],
        records: [{ record: 'ninjaone:2', class: 'workstation', isSpare: false, site: 'Alder' }],
      },
    ])
  })

  it('are found once each: one that is expected twice is missing once', () => {
    expect(missesOf({ findings: [missing, missing] })).toMatchObject([{ kind: 'finding-missing' }])
  })

  it('are known by their name as well, and differ in what is said of them', () => {
    const evidence = { missingIn: ['threatlocker'] }
    const named = { check: 'missing-in-edr', about: 'desk-2', severity: 'low', evidence }

    expect(missesOf({ findings: [named] })).toMatchObject([
      {
        kind: 'finding-differs',
        differs: [{ what: 'severity', expected: 'low', found: 'high' }],
      },
    ])
    expect(missesOf({ findings: [{ ...named, severity: 'high' }] })).toEqual([])
  })

  it('leave one that says less of itself to the other', () => {
    const given = { ninjaone: [desk(1, { serial: 'SIM2' }), desk(2)], threatlocker: [] }
    const both = [
      { check: 'duplicate-in-source', records: ['ninjaone:1'] },
      { ...missing, scope: 'ninjaone+threatlocker' },
    ]

    expect(missesOf({ findings: both }, given)).toEqual([])
  })

  it.each([
    ['a source that is not complete', { collected: { threatlocker: 'held' } }, 'skipped'],
    ['a source that is not given', { given: { ninjaone: [desk(2)] } }, 'no-sources'],
  ])('are missing for %s, and that is said', (_, more, kind) => {
    expect(missesOf({ findings: [missing] }, BOTH, more)).toMatchObject([
      { kind: 'finding-missing', silent: { kind } },
    ])
  })

  it('are missing for a check that is off, and that is said', () => {
    const rules = {
      ...USUAL_RULES,
      checks: { ...USUAL_RULES.checks, off: ['missing-in-edr' as const] },
    }

    expect(runCase(caseOf({ given: BOTH, expect: { findings: [missing] } }), rules)).toMatchObject([
      { silent: { kind: 'off' } },
    ])
  })
})

describe('records', () => {
  it('are what rules make of them, as far as it is said', () => {
    const record = { record: 'ninjaone:1', class: 'workstation', site: 'Alder', isSpare: false }
    const other = { record: 'threatlocker:1', class: 'server', site: null }

    expect(missesOf({ records: [record, other] })).toMatchObject([
      {
        kind: 'record-differs',
        record: { record: 'threatlocker:1', classRule: 'nothing-known' },
        differs: [
          { what: 'class', expected: 'server', found: 'other' },
          { what: 'site', expected: null, found: 'Alder' },
        ],
      },
    ])
  })

  it('are where people put their organisation', () => {
    const decisions = [{ place: 'threatlocker:Alder', at: 'Elsewhere' }]
    const wanted = { record: 'threatlocker:1', site: 'Elsewhere' }

    expect(missesOf({ records: [wanted] }, BOTH, { decisions })).toEqual([])
    const out = [{ place: 'threatlocker:Alder', at: null }]
    expect(missesOf({ records: [wanted] }, BOTH, { decisions: out })).toHaveLength(1)
  })
})

describe('counts', () => {
  it('are compared figure by figure, in all and at a site', () => {
    const counts = { total_devices: 3, distinct_devices: 3 }
    const countsAt = { Alder: { workstations: 2 }, Nowhere: { servers: 1 } }

    expect(missesOf({ counts, countsAt })).toEqual([
      { kind: 'count-differs', site: null, figure: 'distinct_devices', expected: 3, found: 2 },
      { kind: 'count-differs', site: 'Nowhere', figure: 'servers', expected: 1, found: 0 },
    ])
  })
})

describe('TAGs', () => {
  const given = {
    ocs: [
      { id: 1, inventoryNumber: 'A-1', tag: 'NA' },
      { id: 2, inventoryNumber: 'a-1', tag: 'NA' },
    ],
    finance: [{ inventoryNumber: 'A-1', locationId: 'L-1' }],
    locations: [{ id: 'L-1', building: 'Edif', description: 'Sala' }],
  }
  const right = [
    { ocs: 1, outcome: 'planned', tag: 'Edif-Sala' },
    { ocs: 2, outcome: 'not-in-finance', tag: null, suggests: ['A-1'] },
  ]

  it('are expected of every row', () => {
    expect(missesOf({ tags: right }, given)).toEqual([])
    expect(missesOf({ tags: right.slice(1) }, given)).toMatchObject([
      { kind: 'tag-unexpected', found: { ocs: 1, outcome: 'planned', tag: 'Edif-Sala' } },
    ])
  })

  it('differ in outcome, TAG or suggestion, with what decided', () => {
    const wrong = [
      { ocs: 1, outcome: 'planned', tag: 'Edif-Otra' },
      { ocs: 2, outcome: 'planned', suggests: [] },
    ]

    expect(missesOf({ tags: wrong }, given)).toMatchObject([
      { kind: 'tag-differs', differs: [{ what: 'tag', found: 'Edif-Sala' }] },
      {
        ...{ kind: 'tag-differs', found: { why: { near: [{ differences: ['case'] }] } } },
        differs: [{ what: 'outcome' }, { what: 'suggests', found: ['A-1'] }],
      },
    ])
  })

  it('of a case are those of the edge table', () => {
    const tags = golden.expected.map(({ hardware_id, outcome, expected_tag }) => ({
      ...{ ocs: hardware_id, outcome },
      ...(expected_tag === null ? {} : { tag: expected_tag }),
    }))
    const table = {
      ocs: golden.ocs.map(({ hardware_id, tag, fields_3 }) => ({
        ...{ id: hardware_id, tag, inventoryNumber: fields_3 },
      })),
      finance: golden.ar01.map(({ inventory_number, location_id }) => ({
        ...{ inventoryNumber: inventory_number, locationId: location_id },
      })),
      locations: golden.classifier.map(({ location_id, ...row }) => ({ id: location_id, ...row })),
    }
    const findings = [
      ...golden.finance_not_in_ocs.map((number) => ({
        ...{ check: 'finance-not-in-ocs', about: `number:${number}` },
      })),
      ...golden.duplicates.map((rows) => ({
        ...{ check: 'duplicate-number', records: rows.map((id) => `ocs:${id}`) },
      })),
    ]
    const rules = {
      ...USUAL_RULES,
      tags: { ...USUAL_RULES.tags, protectedTags: ['MANUAL-*'] },
    }
    const expected = { tags, findings, moreFindings: true }

    expect(tags).toHaveLength(48)
    expect(runCase(caseOf({ given: table, expect: expected }), rules)).toEqual([])
  })
})
