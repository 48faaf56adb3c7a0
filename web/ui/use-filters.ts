import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** What an address asks for, by name; what it does not name is not there. */
export type Filters = Readonly<Partial<Record<string, string>>>

/** The filters of a page, which stand in its address; `change` leaves out what is set to undefined or ''. */
export function useFilters() {
  const filters: Filters = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (next: Filters) =>
      void navigate({
        to: '.',
        search: (before: Filters) => ({ ...before, ...next }) as never, // pages share one kind of address
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  return { filters, change }
}
