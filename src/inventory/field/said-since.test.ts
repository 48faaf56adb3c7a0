import { describe, expect, it } from 'vitest'
import { type Stretch, saidSince } from './said-since.ts'

function stretch(from: string, said: unknown, wasAway = false): Stretch {
  return { from, said, wasAway }
}

describe('saidSince', () => {
  it('goes back over every version that says the same', () => {
    const stretches = [
      stretch('2026-03-01', 'A'),
      stretch('2026-02-01', 'A'),
      stretch('2026-01-01', 'B'),
      stretch('2025-12-01', 'A'),
    ]

    expect(saidSince(stretches)).toBe('2026-02-01')
  })

  it('stops where the record was away', () => {
    const stretches = [
      stretch('2026-03-01', 'A'),
      stretch('2026-02-01', 'A', true),
      stretch('2026-01-01', 'A'),
    ]

    expect(saidSince(stretches)).toBe('2026-02-01')
  })

  it('compares lists by what they hold', () => {
    expect(saidSince([stretch('2026-03-01', ['a', 'b']), stretch('2026-02-01', ['a', 'b'])])).toBe(
      '2026-02-01',
    )
    expect(saidSince([stretch('2026-03-01', ['a']), stretch('2026-02-01', ['a', 'b'])])).toBe(
      '2026-03-01',
    )
  })

  it('knows no day where nothing is kept', () => {
    expect(saidSince([])).toBeNull()
  })
})
