import { expect, it } from 'vitest'
import { parseHeld, parsePlan } from './plan-number.ts'

it('reads a plan by number, with or without its letter, and by `latest`', () => {
  expect(['P12', 'p12', '12', 'latest'].map(parsePlan)).toEqual([12, 12, 12, null])
})

it('refuses what names no plan', () => {
  expect(() => parsePlan('C12')).toThrow('command.bad-argument')
  expect(() => parsePlan('')).toThrow('command.bad-argument')
})

it('tells a held plan from a held collection', () => {
  expect(parseHeld('P3')).toEqual({ kind: 'plan', id: 3 })
  expect(parseHeld('c41')).toEqual({ kind: 'collection', id: 41 })
  expect(() => parseHeld('41')).toThrow('command.bad-argument')
})
