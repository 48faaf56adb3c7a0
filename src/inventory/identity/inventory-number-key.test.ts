import { describe, expect, it } from 'vitest'
import { inventoryNumberKey } from './inventory-number-key.ts'

describe('inventoryNumberKey', () => {
  it('keeps zeros and signs, and overlooks case and outer space', () => {
    expect(inventoryNumberKey(' AB-00180 ')).toBe('ab-00180')
    expect(inventoryNumberKey('00180')).not.toBe(inventoryNumberKey('180'))
  })

  it.each(['N/A', '0', '0000', '----', 'none', '1111111', ' '])('finds none in "%s"', (number) => {
    expect(inventoryNumberKey(number)).toBeNull()
  })

  it('takes a short run of figures for a number, unlike for a serial', () => {
    expect(inventoryNumberKey('12345')).toBe('12345')
  })
})
