import { describe, expect, it } from 'vitest'
import { isApproved, needsAnother, personOf } from './four-eyes.ts'

describe('needsAnother', () => {
  it.each([
    [true, 'ana', 'ana', true],
    [true, 'ana', ' Ana ', true],
    [true, 'ana', 'luis', false],
    [true, 'ana', 'ana (nightly export)', true],
    [true, 'ana (one)', 'Ana (other)', true],
    [true, 'ana', 'anabel', false],
    [false, 'ana', 'ana', false],
  ])('two needed: %s, made by %j, approved by %j: %s', (...row) => {
    const [isSecondPersonNeeded, maker, approver, expected] = row
    expect(needsAnother({ isSecondPersonNeeded, maker, approver })).toBe(expected)
  })
})

describe('personOf', () => {
  it.each([
    ['ana', 'ana'],
    [' Ana ', 'ana'],
    ['ana (export)', 'ana'],
    ['ana (of (all) things)', 'ana'],
    ['ANA@x.cu', 'ana@x.cu'],
    ['Nin\u0303o', 'ni\u00f1o'],
    ['PC-1\\Ana Ruiz', 'pc-1\\ana ruiz'],
  ])('%j is %j', (actor, person) => {
    expect(personOf(actor)).toBe(person)
  })
})

describe('isApproved', () => {
  it.each([
    [true, 'ana', [], false],
    [true, 'ana', ['ana'], false],
    [true, 'ana (nightly)', ['ana', 'Ana (other)'], false],
    [true, 'ana', ['ana', 'luis'], true],
    [true, 'ana', ['luis (phone)'], true],
    [false, 'ana', [], true],
  ])('two needed: %s, made by %j, approved by %j: %s', (...row) => {
    const [isSecondPersonNeeded, maker, approvers, expected] = row
    expect(isApproved({ isSecondPersonNeeded, maker, approvers })).toBe(expected)
  })
})
