import { describe, expect, it } from 'vitest'
import { addValue, type CustomFieldValues } from './custom-field.ts'

describe('addValue', () => {
  const valueIn = (row: object) => {
    const values: CustomFieldValues = new Map()
    addValue(values, { deviceId: 7, ...row }, 'assetTag')
    return values.get(7)
  }

  it.each([
    ['among the fields of a row', { fields: { assetTag: 'A-7' } }],
    ['beside the device id, where a row has no fields', { assetTag: 'A-7' }],
  ])('finds a value %s', (_, row) => {
    expect(valueIn(row)).toBe('A-7')
  })

  it.each([{ fields: { AssetTag: 'A-7' } }, { fields: { assetTag: null } }, { fields: {} }])(
    'keeps nothing of %j',
    (row) => {
      expect(valueIn(row)).toBeUndefined()
    },
  )

  it('does not take what every object has for a field', () => {
    const values: CustomFieldValues = new Map()
    addValue(values, { deviceId: 7, fields: {} }, 'constructor')

    expect(values.size).toBe(0)
  })
})
