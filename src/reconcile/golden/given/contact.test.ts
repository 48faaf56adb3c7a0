import { describe, expect, it } from 'vitest'
import { contactAt, heardOn, isContact, isFixed } from './contact.ts'

const HEARD = heardOn('2026-11-21')

describe('isContact', () => {
  it.each(['3 days ago', '1 hour ago', '90 minutes ago', '2026-11-18', '2026-11-18T08:30Z'])(
    'takes %s',
    (text) => expect(isContact(text)).toBe(true),
  )

  it.each(['yesterday', '3 weeks ago', '2026-02-30', '2026-11-18T25:00Z', '2026-11-18 08:30', ''])(
    'refuses %s',
    (text) => expect(isContact(text)).toBe(false),
  )
})

describe('contactAt', () => {
  it('counts back from when the sources are heard', () => {
    expect(contactAt('3 days ago', HEARD)).toEqual(new Date('2026-11-18T12:00:00Z'))
    expect(contactAt('90 minutes ago', HEARD)).toEqual(new Date('2026-11-21T10:30:00Z'))
  })

  it('takes a day for its noon, so that whole days lie between', () => {
    expect(contactAt('2026-11-18', HEARD)).toEqual(contactAt('3 days ago', HEARD))
    expect(contactAt('2026-11-18T08:30Z', HEARD)).toEqual(new Date('2026-11-18T08:30:00Z'))
  })
})

it('only what counts back means something without a day', () => {
  expect([isFixed('3 days ago'), isFixed('2026-11-18')]).toEqual([false, true])
})
