import { describe, expect, it } from 'vitest'
import { QUALITY_RULES } from '../../../test/support/quality-rules.ts'
import type { InventoryRow } from '../quality/inventory-row.ts'
import { judgeRows } from '../quality/judge-rows.ts'
import { problemsOf } from './problems.ts'
import { syncEstimate } from './sync-estimate.ts'

const NOTHING_ODD = { kind: 'judged', outliers: [] } as const

/** `count` computers in order, so many of which have no TAG. */
function untagged(without: number, count: number) {
  const rows = Array.from(
    { length: count },
    (_, at): InventoryRow => ({
      ...{ key: `${at}`, hostname: `PC-${at}`, serial: 'S-1', user: 'ana', category: null },
      inventoryNumber: `A-${at}`,
      tag: at < without ? null : 'Torre-Sala',
      form: { fault: null, building: 'Torre', municipality: null },
      ...{ isVirtualMachine: false, locationFault: null, locationId: null, plannedTag: null },
      ...{ building: 'Torre', municipality: null, placedBy: 'books' },
    }),
  )
  return problemsOf(judgeRows(rows, QUALITY_RULES), NOTHING_ODD)
}

describe('problemsOf', () => {
  it.each([
    [31, 'critical'],
    [30, 'warning'],
    [11, 'warning'],
    [10, 'info'],
    [1, 'info'],
  ])('calls %d of 100 computers without a TAG %s', (without, severity) => {
    expect(untagged(without, 100)).toMatchObject([{ code: 'missing-tags', severity, of: 100 }])
  })

  it('has nothing to say where nothing stands out', () => {
    expect(untagged(0, 100)).toEqual([])
  })
})

describe('syncEstimate', () => {
  it('is the share written of all that was planned, not the mean of the plans', () => {
    const results = [
      { plan: 3, planned: 1, applied: 0 },
      { plan: 2, planned: 99, applied: 99 },
    ]

    expect(syncEstimate(results)).toEqual({
      ...{ kind: 'known', percent: 99, plans: 2, planned: 100, applied: 99 },
    })
  })

  it('claims nothing before a plan was applied', () => {
    expect(syncEstimate([])).toEqual({ kind: 'no-runs' })
  })
})
