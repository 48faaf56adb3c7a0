import { useState } from 'react'
import type { Finding, useFindings } from '../../api/use-findings.ts'
import { useFilters } from '../../ui/use-filters.ts'

/** The finding under the mark: where it stands in the list, or that which the address names. */
export function useCurrentFinding({
  total,
  rowAt,
}: Pick<ReturnType<typeof useFindings>, 'total' | 'rowAt'>) {
  const { filters } = useFilters()
  const [marked, mark] = useState<number | null>(null)
  const place = marked === null || total === 0 ? null : Math.min(marked, total - 1)
  const row: Finding | undefined = place === null ? undefined : rowAt(place)
  const named = Number(filters.finding)
  return {
    place,
    row,
    id: row?.id ?? (place === null && Number.isInteger(named) && named > 0 ? named : null),
    go: mark,
    move: (by: number) =>
      mark((before) => {
        if (total === 0) return null
        return Math.max(0, Math.min(total - 1, before === null ? 0 : before + by))
      }),
  }
}
