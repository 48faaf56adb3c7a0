import { describe, expect, it } from 'vitest'
import { FIELD_NAMES, FIELDS, type FieldName, type FieldValue, type SaidVersion } from './fields.ts'

const NOTHING: SaidVersion = {
  ...{ displayName: null, hostname: null, class: 'other', classRule: 'nothing-known' },
  ...{ isSpare: false, isBillable: true, site: null, location: null, role: null },
  ...{ operatingSystem: null, manufacturer: null, model: null, serial: null },
  ...{ inventoryNumber: null, uuid: null, macs: [] },
}

function field(name: FieldName) {
  return FIELDS.find((each) => each.name === name)!
}

const isSame = (name: FieldName, one: FieldValue, other: FieldValue) =>
  field(name).compared(one) === field(name).compared(other)

describe('a field', () => {
  it('is there once for each name, in order', () => {
    expect(FIELDS.map(({ name }) => name)).toEqual([...FIELD_NAMES])
  })

  it('has no value where nothing is said', () => {
    const pulse = { lastUser: ' ', addresses: [] }
    const said = FIELDS.flatMap((each) => {
      const value = each.kept === 'by-day' ? each.said(NOTHING) : each.said(pulse)
      return value === null ? [] : [each.name]
    })

    expect(said).toEqual(['spare', 'billable'])
  })

  it('has none in a class that follows from nothing, and one where the class is known', () => {
    const { said } = field('class') as Extract<(typeof FIELDS)[number], { kept: 'by-day' }>

    expect(said(NOTHING)).toBeNull()
    expect(said({ ...NOTHING, classRule: 'node-class' })).toBe('other')
  })

  it.each<[FieldName, FieldValue, FieldValue]>([
    ['displayName', 'Front Desk', ' front desk'],
    ['hostname', 'ALB-01', 'alb-01.alder.example'],
    ['operatingSystem', 'Windows 11 Pro', 'windows-11 pro'],
    ['location', 'Depósito', 'DEPOSITO'],
    ['serial', 'abc1234', 'ABC1234'],
    ['uuid', '{4C4C4544-0042-3510-8052-B4C04F4E3532}', '4c4c4544-0042-3510-8052-b4c04f4e3532'],
    [
      'macs',
      ['00:1e:c9:00:00:01', '00:1e:c9:00:00:02'],
      ['00:1e:c9:00:00:02', '00:1e:c9:00:00:01'],
    ],
  ])('of %s takes %j and %j for the same', (name, one, other) => {
    expect(isSame(name, one, other)).toBe(true)
  })

  it.each<[FieldName, FieldValue, FieldValue]>([
    ['displayName', 'Front desk', 'Front desk 2'],
    ['operatingSystem', 'Windows 11 Pro', 'Windows 11 Enterprise'],
    ['location', '--', '++'],
    ['inventoryNumber', '0017', '17'],
    ['spare', true, false],
    ['macs', ['00:1e:c9:00:00:01'], ['00:1e:c9:00:00:01', '00:1e:c9:00:00:02']],
  ])('of %s tells %j from %j', (name, one, other) => {
    expect(isSame(name, one, other)).toBe(false)
  })

  it.each<[FieldName, string]>([
    ['serial', 'To be filled by O.E.M.'],
    ['inventoryNumber', 'N/A'],
    ['uuid', '00000000-0000-0000-0000-000000000000'],
    ['manufacturer', 'Default string'],
    ['model', 'System Product Name'],
    ['hostname', '10.1.2.3'],
  ])('of %s is told nothing by %j', (name, value) => {
    expect(field(name).compared(value)).toBeNull()
  })
})
