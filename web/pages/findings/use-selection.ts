import { useState } from 'react'
import type { Decision } from '../../api/use-findings.ts'

/** What is chosen of the list: some of it, or all that its filters list. */
export interface Selection {
  readonly kind: 'some' | 'all'
  /** How many. */
  readonly size: number
  has(id: number): boolean
  toggle(id: number): void
  all(): void
  none(): void
  /** As a decision takes it; one finding where nothing is chosen. */
  target(current: number | null): Pick<Decision, 'ids' | 'filter'> | null
}

type Filter = NonNullable<Decision['filter']>

const NOTHING = { kind: 'some', ids: new Set<number>(), of: '' } as const

/** Remembers what is chosen for as long as the filters stay what they are. */
export function useSelection(filter: Filter, total: number): Selection {
  const of = JSON.stringify(filter)
  const [kept, keep] = useState<{
    readonly kind: 'some' | 'all'
    readonly ids: ReadonlySet<number>
    readonly of: string
  }>(NOTHING)
  const { kind, ids } = kept.of === of ? kept : NOTHING
  return {
    kind,
    size: kind === 'all' ? total : ids.size,
    has: (id) => kind === 'all' || ids.has(id),
    toggle(id) {
      const next = new Set(kind === 'all' ? [] : ids)
      if (!next.delete(id)) next.add(id)
      keep({ kind: 'some', ids: next, of })
    },
    all: () => keep({ kind: 'all', ids: new Set(), of }),
    none: () => keep(NOTHING),
    target(current) {
      if (kind === 'all') return { filter }
      if (ids.size > 0) return { ids: [...ids] }
      return current === null ? null : { ids: [current] }
    },
  }
}
