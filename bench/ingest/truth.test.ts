import { describe, expect, it } from 'vitest'
import { eventRow } from './event-rows.ts'
import { emptyTruth } from './truth.ts'

describe('emptyTruth', () => {
  it('adds up each metric and day exactly, and counts a subject once a day', () => {
    const truth = emptyTruth()
    const row = { ...eventRow(0, 1), metric: 2, day: 0, subject: 7 }
    for (const cents of [10, 20]) truth.add({ ...row, cents })
    truth.add({ ...row, cents: 5, subject: 8 })
    truth.add({ ...row, cents: 70_000, day: 31 })

    expect(truth.days()).toEqual([
      { metric: 'visits', day: '2025-01-01', count: 3, sum: '0.35', subjects: 2 },
      { metric: 'visits', day: '2025-02-01', count: 1, sum: '700.00', subjects: 1 },
    ])
    expect(truth.metrics()).toContainEqual({ metric: 'visits', count: 4, sum: '700.35' })
    expect(truth.metrics()).toContainEqual({ metric: 'orders', count: 0, sum: '0.00' })
  })

  it('comes to the same whether days or metrics are added up', () => {
    const truth = emptyTruth()
    for (let number = 0; number < 5_000; number += 1) truth.add(eventRow(number, 5_000))

    const byDay = truth.days().reduce((sum, { count }) => sum + count, 0)
    const byMetric = truth.metrics().reduce((sum, { count }) => sum + count, 0)
    expect([byDay, byMetric]).toEqual([5_000, 5_000])
  })
})
