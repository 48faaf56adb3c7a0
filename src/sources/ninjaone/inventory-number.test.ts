import { describe, expect, it } from 'vitest'
import { InventoryNumber } from './inventory-number.ts'

describe('InventoryNumber', () => {
  it.each([
    [' A-7 ', 'A-7'],
    ['  ', null],
    [null, null],
    [undefined, null],
    [7001, '7001'],
    [{ value: 'A-7' }, 'A-7'],
    [{ value: null }, null],
  ])('takes %j as %j', (held, number) => {
    expect(InventoryNumber.parse(held)).toBe(number)
  })

  it.each([
    [2 ** 60, 'number-imprecise'],
    [true, 'boolean-for-text'],
    ['A\u0000', 'control-character'],
    [['A-7'], 'row-unreadable'],
    [{ other: 1 }, 'row-unreadable'],
  ])('refuses %j as %s', (held, code) => {
    expect(InventoryNumber.safeParse(held).error?.issues[0]?.message).toBe(code)
  })
})
