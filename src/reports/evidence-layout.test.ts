import { describe, expect, it } from 'vitest'
import { evidenceLayout, evidenceValues } from './evidence-layout.ts'
import { recordIdsIn, withRecordRefs } from './evidence-records.ts'
import { pathText, valuesText } from './evidence-text.ts'
import { voiceOf } from './voice.ts'

const RECORD = { ref: 'ninjaone:501', serial: null, lastContact: '2026-11-20T11:00:00.000Z' }

describe('evidenceLayout', () => {
  it('makes facts of what is said once and tables of what is listed, in the order of reading', () => {
    const { facts, tables } = evidenceLayout({
      tag: 'Old',
      asset: { place: 'AR01!A8', locationId: '10A' },
      records: [RECORD, { ref: 'threatlocker:9' }],
      hostname: 'PC-1',
      missing: ['building', 'description'],
      lost: null,
    })

    expect(facts.map(({ path, values }) => [path.join('.'), values])).toEqual([
      ['hostname', ['PC-1']],
      ['tag', ['Old']],
      ['missing', ['building', 'description']],
      ['asset.locationId', ['10A']],
      ['asset.place', ['AR01!A8']],
      ['lost', [null]],
    ])
    expect(tables).toEqual([
      {
        path: ['records'],
        columns: [['ref'], ['serial'], ['lastContact']],
        rows: [
          [['ninjaone:501'], [null], ['2026-11-20T11:00:00.000Z']],
          [['threatlocker:9'], [], []],
        ],
      },
    ])
  })

  it('keeps what no table can show as it is kept, and an empty list as one without values', () => {
    const { facts } = evidenceLayout({ odd: [1, { a: 2 }], near: [], rows: [[1]] })

    expect(facts.map(({ values }) => values)).toEqual([['[1]'], [], [1, '{"a":2}']])
  })

  it('loses no value that the evidence holds', () => {
    const values = evidenceValues({
      computers: [{ hostname: 'A', tag: { old: 'x' } }, { hostname: 'B' }],
      to: 'Y',
    })

    expect(values.map((fact) => [fact.path.join('.'), fact.values])).toEqual([
      ['to', ['Y']],
      ['computers.hostname', ['A', 'B']],
      ['computers.tag.old', ['x']],
    ])
  })
})

describe('evidence in words', () => {
  const voice = voiceOf('en', 'America/Havana')

  it('names a part from the outside in, without what says nothing', () => {
    expect(pathText(['asset', 'place'], voice)).toBe('Finance: Cell')
    expect(pathText(['lost', 'reason', 'kind'], voice)).toBe(
      'Nearest other machine: why it is another',
    )
  })

  it('tells instants by the clock, what is not known as such, and nothing as nothing', () => {
    expect(valuesText(['lastContact'], ['2026-11-20T11:00:00.000Z', null], voice)).toBe(
      '2026-11-20 06:00; -',
    )
    expect(valuesText(['near'], [], voice)).toBe('(nothing)')
    expect(valuesText(['hardwareId'], [12700], voice)).toBe('12700')
  })
})

describe('records in evidence', () => {
  const evidence = {
    hardwareId: 7,
    lost: { recordId: 7, rule: 'mac', reason: { kind: 'contradicted', between: [7, 9] } },
    records: [RECORD],
  }

  it('are found by id wherever evidence names them', () => {
    expect(recordIdsIn(evidence)).toEqual([7, 7, 9])
  })

  it('are named as people name them, and nothing else is touched', () => {
    expect(withRecordRefs(evidence, new Map([[7, 'ninjaone:1']]))).toEqual({
      hardwareId: 7,
      lost: {
        ...{ recordId: 'ninjaone:1', rule: 'mac' },
        reason: { kind: 'contradicted', between: ['ninjaone:1', 9] },
      },
      records: [RECORD],
    })
  })
})
