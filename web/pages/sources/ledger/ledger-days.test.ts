import { describe, expect, it } from 'vitest'
import { cellState, type LedgerEntry, ledgerRows } from './ledger-days.ts'

const ENTRY: LedgerEntry = {
  ...{ source: 'ninjaone', day: '2026-11-20', collection: 7, state: 'complete', tries: 1 },
  ...{ records: 80, rejected: 0, missing: [], holds: [], error: null, history: null },
  ...{ isPruned: false, isMonthEnd: false, startedAt: '2026-11-20T03:00:00Z', later: null },
}

describe('ledgerRows', () => {
  it('has a cell for every source on every day, the oldest first, null where nothing was tried', () => {
    const { days, rows } = ledgerRows({
      ...{ from: '2026-11-19', to: '2026-11-20', sources: ['ninjaone', 'ocs'] },
      ...{ configured: ['ninjaone'], items: [ENTRY], total: 1, notCollected: [] },
    })

    expect(days).toEqual(['2026-11-19', '2026-11-20'])
    expect(rows).toEqual([
      { source: 'ninjaone', cells: [null, ENTRY] },
      { source: 'ocs', cells: [null, null] },
    ])
  })
})

describe('cellState', () => {
  it('calls a day imported that was taken in on a later one where the installation is', () => {
    const late = { ...ENTRY, startedAt: '2026-11-21T02:00:00Z' }

    expect(cellState(late, 'UTC')).toBe('imported')
    expect(cellState(late, 'America/Havana')).toBe('complete')
  })

  it('leaves what is held or failed as it is, whenever it was tried, and never draws nothing as complete', () => {
    const held = { ...ENTRY, state: 'held', startedAt: '2026-11-25T02:00:00Z' }

    expect(cellState(held, 'UTC')).toBe('held')
    expect(cellState(null, 'UTC')).toBe('not-collected')
  })
})
