import { describe, expect, it } from 'vitest'
import { failureOf } from '../../test/support/read-cells.ts'
import { askedAuthor } from './asked-author.ts'
import { askedDay, todayOf } from './asked-day.ts'
import { askedNumber } from './asked-number.ts'

const CLOCK = {
  now: () => new Date('2026-11-21T02:00:00Z'),
  settings: { timeZone: 'America/Havana' },
}

describe('a day that a person typed', () => {
  it('is a day up to today, where the installation is', async () => {
    expect(todayOf(CLOCK)).toBe('2026-11-20')
    expect(askedDay(CLOCK, '--from', '2026-11-20')).toBe('2026-11-20')
    expect(await failureOf(later('2026-11-21'))).toMatchObject({
      code: 'day.in-future',
      details: { today: '2026-11-20' },
    })
  })

  it.each(['31/01/2026', '2026-02-30', 'today', ''])('is refused as "%s"', async (text) => {
    expect(await failureOf(later(text))).toMatchObject({
      code: 'command.bad-argument',
      details: { argument: '--from', value: text },
    })
  })

  const later = async (text: string) => askedDay(CLOCK, '--from', text)
})

describe('a number that a person typed', () => {
  const asked = async (text: string | null) =>
    askedNumber(text, { argument: '--limit', from: 1, otherwise: 50 })

  it('is theirs, or the usual one', async () => {
    expect(await asked('7')).toBe(7)
    expect(await asked(null)).toBe(50)
  })

  it.each(['0', '-1', '1.5', 'many', '', '99999999999'])('is refused as "%s"', async (text) => {
    expect(await failureOf(asked(text))).toMatchObject({ details: { argument: '--limit' } })
  })
})

describe('who says something', () => {
  const by = (name: string | null, reason: string | null = null) => ({
    option: (option: string) => (option === 'by' ? name : reason),
  })

  it('is named, and may say why', () => {
    expect(askedAuthor(by(' Ana ', ' seen '))).toEqual({ by: 'Ana', reason: 'seen' })
    expect(askedAuthor(by('Ana', ' '))).toEqual({ by: 'Ana', reason: null })
  })

  it('is missing where nobody is named at all, as for every option that is needed', async () => {
    expect(await failureOf((async () => askedAuthor(by(null)))())).toMatchObject({
      ...{ code: 'command.misused' },
      details: { problem: 'missing-option', about: '--by <name>' },
    })
  })

  it.each(['', '  '])('is nobody as %j', async (name) => {
    expect(await failureOf((async () => askedAuthor(by(name)))())).toMatchObject({
      details: { argument: '--by' },
    })
  })
})
