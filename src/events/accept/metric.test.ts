import { describe, expect, it } from 'vitest'
import { nameFault } from './metric.ts'

describe('the name of a metric', () => {
  it.each(['x', 'cpu.load', 'Ventas por día', 'm'.repeat(120), '🙂'.repeat(120)])(
    'may be %j',
    (name) => {
      expect(nameFault(name)).toBeNull()
    },
  )

  it.each([
    ['', 'blank'],
    ['m'.repeat(121), 'too-long'],
    ['🙂'.repeat(121), 'too-long'],
    ['a\nb', 'control-character'],
    ['a\u0000', 'control-character'],
    ['a\u0085b', 'control-character'],
    ['a\ud83d', 'control-character'],
  ])('is not %j: %s', (name, fault) => {
    expect(nameFault(name)).toBe(fault)
  })
})
