import { describe, expect, it } from 'vitest'
import { figureOf } from './figure.ts'
import { figureWords, shown, shownSpread } from './shown.ts'

describe('shown', () => {
  it.each([
    [1234.5, '1,235'],
    [99.96, '100'],
    [6.854, '6.85'],
    [0.06667, '0.0667'],
    [-0.5, '-0.5'],
    [0, '0'],
  ])('writes %d as %s', (value, text) => {
    expect(shown(value)).toBe(text)
  })

  it('tells the ends where there are several rounds', () => {
    const { muster } = figureOf({ name: 'plan', unit: 's', muster: [1, 2, 6] })
    const { muster: single } = figureOf({ name: 'plan', unit: 's', muster: [2] })

    expect([shownSpread(muster), shownSpread(single)]).toEqual(['2 (1-6)', '2'])
  })
})

describe('figureWords', () => {
  it('names the unit and the size where there are such', () => {
    const bare = { name: 'OWA', unit: '', muster: [1] }

    expect(figureWords(figureOf(bare))).toBe('OWA')
    expect(figureWords(figureOf({ ...bare, unit: 's', size: '3 series' }))).toBe('OWA, s, 3 series')
  })
})
