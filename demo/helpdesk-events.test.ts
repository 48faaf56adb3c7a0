import { describe, expect, it } from 'vitest'
import { addDays } from '../src/lib/day.ts'
import { HELPDESK_SHIFT, HELPDESK_SPIKE, helpdeskEvents } from './helpdesk-events.ts'

const UNTIL = '2026-11-20'
const ORDER = { seed: 7, until: UNTIL, days: 200 }
const rows = helpdeskEvents(ORDER)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
const figure = (metric: string, ago: number) =>
  Number(rows.find(([, id]) => id === `${metric}-${addDays(UNTIL, -ago)}`)?.[3])

describe('helpdeskEvents', () => {
  it('is the same file for the same seed, and another for another', () => {
    expect(helpdeskEvents(ORDER)).toBe(helpdeskEvents(ORDER))
    expect(helpdeskEvents({ ...ORDER, seed: 8 })).not.toBe(helpdeskEvents(ORDER))
  })

  it('has two metrics a day but for the day that is missing, and three rows to refuse', () => {
    expect(rows).toHaveLength(199 * 2 + 3)
    expect(rows.filter(([, id = '']) => id.startsWith('broken'))).toHaveLength(3)
  })

  it('has fewer on rest days, a spike, and a level that shifts', () => {
    const [sunday, tuesday] = [5, 3]
    expect(figure('tickets.opened', sunday)).toBeLessThan(figure('tickets.opened', tuesday) / 2)
    expect(figure('tickets.opened', HELPDESK_SPIKE)).toBeGreaterThan(150)
    const [before, after] = [HELPDESK_SHIFT + 5, HELPDESK_SHIFT - 5]
    expect(figure('calls.answered', after) - figure('calls.answered', before)).toBeGreaterThan(15)
  })
})
