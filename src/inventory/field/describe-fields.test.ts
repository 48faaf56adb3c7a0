import { describe, expect, it } from 'vitest'
import { describeFields, type FieldAnswer, type KnownRecord } from './describe-fields.ts'
import { DEFAULT_FIELD_POLICY, type FieldOrder } from './field-policy.ts'
import type { FieldName, SaidVersion } from './fields.ts'

const SAID: SaidVersion = {
  ...{ displayName: null, hostname: null, class: 'workstation', classRule: 'node-class' },
  ...{ isSpare: false, isBillable: true, site: null, location: null, role: null },
  ...{ operatingSystem: null, manufacturer: null, model: null, serial: null },
  ...{ inventoryNumber: null, uuid: null, macs: [] },
}
const ORDER: FieldOrder = { policy: DEFAULT_FIELD_POLICY, usual: ['ninjaone', 'threatlocker'] }

function record(
  recordId: number,
  said: Partial<SaidVersion>,
  more: Partial<KnownRecord> = {},
): KnownRecord {
  const source = recordId === 1 ? 'ninjaone' : 'threatlocker'
  return {
    ...{ recordId, source, ref: `${source}:${recordId}`, lastContact: null },
    versions: [{ recordId, from: '2026-02-01', wasAway: false, said: { ...SAID, ...said } }],
    pulse: { lastUser: null, addresses: [] },
    heard: { kind: 'heard', days: 0 },
    ...more,
  }
}

function answerOf(records: readonly KnownRecord[], field: FieldName): FieldAnswer {
  return describeFields(records, ORDER).find((answer) => answer.field === field)!
}

describe('describeFields', () => {
  it('gives each field its winner, with the losers and those that say nothing', () => {
    const records = [
      record(1, { displayName: 'Front desk' }),
      record(2, { displayName: 'ALB-01', serial: 'ABC1234' }),
    ]

    expect(answerOf(records, 'displayName')).toMatchObject({
      ...{ kind: 'won', rule: 'order', winner: { ref: 'ninjaone:1', value: 'Front desk' } },
      losers: [{ ref: 'threatlocker:2', value: 'ALB-01', because: 'later', agrees: false }],
    })
    expect(answerOf(records, 'serial')).toMatchObject({
      ...{ winner: { ref: 'threatlocker:2' }, losers: [], blank: ['ninjaone:1'] },
    })
    expect(answerOf(records, 'uuid')).toEqual({
      ...{ field: 'uuid', kind: 'nothing-said', losers: [] },
      blank: ['ninjaone:1', 'threatlocker:2'],
    })
  })

  it('lets a silent owner yield, and not one of which nobody says when it was heard of', () => {
    const edr = record(2, { displayName: 'ALB-01' })
    const silent = record(1, { displayName: 'X' }, { heard: { kind: 'silent', days: 20 } })
    const unknown = record(1, { displayName: 'X' }, { heard: { kind: 'unknown' } })

    expect(answerOf([silent, edr], 'displayName')).toMatchObject({
      ...{ rule: 'owner-silent', winner: { value: 'ALB-01' } },
      losers: [{ because: 'silent', heard: { kind: 'silent', days: 20 } }],
    })
    expect(answerOf([unknown, edr], 'displayName')).toMatchObject({ winner: { value: 'X' } })
  })

  it('tells since when a value is said, field by field', () => {
    const version = (from: string, said: Partial<SaidVersion>) => ({
      ...{ recordId: 1, from, wasAway: false, said: { ...SAID, ...said } },
    })
    const versions = [
      version('2026-03-01', { displayName: 'B', serial: 'ABC1234' }),
      version('2026-02-01', { displayName: 'A', serial: 'ABC1234' }),
    ]

    expect(answerOf([record(1, {}, { versions })], 'displayName')).toMatchObject({
      winner: { value: 'B', since: '2026-03-01' },
    })
    expect(answerOf([record(1, {}, { versions })], 'serial')).toMatchObject({
      winner: { since: '2026-02-01' },
    })
  })

  it('has no age for what is kept as of the newest day alone, and nothing of it on another day', () => {
    const today = record(1, {}, { pulse: { lastUser: 'ana', addresses: ['10.0.0.1'] } })
    const past = record(1, {}, { pulse: null, heard: { kind: 'not-kept' } })

    expect(answerOf([today], 'lastUser')).toMatchObject({ winner: { value: 'ana', since: null } })
    expect(answerOf([past], 'lastUser')).toEqual({ field: 'lastUser', kind: 'not-kept' })
    expect(answerOf([past], 'class')).toMatchObject({ kind: 'won', rule: 'order' })
  })
})
