import { expect, it } from 'vitest'
import { AppError } from '../lib/errors.ts'
import { parseHeld, parsePlan, parseShown } from './plan-number.ts'

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
  expect(parseHeld('Latest')).toBe('latest')
})

it('tells a plan from a run, a collection and an upload', () => {
  expect(parseShown('p3')).toEqual({ kind: 'plan', id: 3 })
  expect(parseShown('R41')).toEqual({ kind: 'run', id: 41 })
  expect(parseShown('c3')).toEqual({ kind: 'collection', id: 3 })
  expect(parseShown('U3')).toEqual({ kind: 'upload', id: 3 })
  expect(parseShown('latest')).toBe('latest')
})

it.each([
  ['1', 'P1, R1, C1, U1', 'one-of'],
  ['X1', 'P12, R7, C41, U3, latest', 'such-as'],
  ['', 'P12, R7, C41, U3, latest', 'such-as'],
])('answers "%s" with what to type to have something shown', (typed, wanted, form) => {
  expect(failureOf(() => parseShown(typed))).toMatchObject({ argument: 'WHAT', wanted, form })
})

it('answers a bare number with what to type to accept something', () => {
  expect(failureOf(() => parseHeld('41'))).toMatchObject({ wanted: 'P41, C41', form: 'one-of' })
  expect(failureOf(() => parseHeld('x'))).toMatchObject({ wanted: 'P12, C41, latest' })
})

function failureOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError) return error.details
    throw error
  }
}
