import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { ApiProblem } from './api-problem.ts'
import { type Answer, type CallParts, call, type RouteName } from './call.ts'
import { keyOf } from './query-keys.ts'

/** Routes that answer with a part of a list. */
type ListRoute = {
  [N in RouteName]: Answer<N> extends { items: readonly unknown[]; total: number } ? N : never
}[RouteName]

type Item<N extends ListRoute> = Answer<N> extends { items: readonly (infer I)[] } ? I : never

const PAGE = 100

/**
 * A long list, of which only the pages on the screen are asked for: made for `DataTable`. `first` is the whole
 * answer for the first page, with whatever it tells besides its items.
 */
export function usePages<N extends ListRoute>(
  name: N,
  asked: Pick<CallParts<N>, 'params' | 'query'>,
) {
  const [seen, setSeen] = useState({ first: 0, last: 0 })
  const pages = [...new Set([0, ...range(seen.first, seen.last)])]
  const answers = useQueries({
    queries: pages.map((page) => {
      const query = { ...asked.query, limit: PAGE, offset: page * PAGE }
      const parts: Pick<CallParts<N>, 'params' | 'query'> = { ...asked, query: query as never } // every list takes both
      return {
        queryKey: keyOf(name, parts),
        queryFn: ({ signal }: { signal: AbortSignal }) => call(name, { ...parts, signal }),
      }
    }),
  })
  const first = useKept(answers[0] as UseQueryResult<Answer<N>, ApiProblem>) // page 0 is always asked for
  const byPage = new Map(pages.map((page, at) => [page, answers[at]?.data]))
  const onSeen = useCallback((firstPlace: number, lastPlace: number) => {
    const [first, last] = [Math.floor(firstPlace / PAGE), Math.floor(lastPlace / PAGE)]
    setSeen((before) => (before.first === first && before.last === last ? before : { first, last }))
  }, [])
  return {
    first,
    total: first.data?.total ?? 0,
    onSeen,
    rowAt: (place: number): Item<N> | undefined =>
      byPage.get(Math.floor(place / PAGE))?.items[place % PAGE] as Item<N> | undefined, // one of its items
  }
}

/** While another list is on its way, what the one before told stays, so that nothing jumps. */
function useKept<A>(answer: UseQueryResult<A, ApiProblem>) {
  const before = useRef<A>(undefined)
  if (answer.data !== undefined || answer.error !== null) before.current = answer.data
  const { error, isFetching, dataUpdatedAt, refetch } = answer
  const data = answer.data ?? before.current
  const isPlaceholderData = answer.data === undefined && data !== undefined
  return { data, error, isFetching, dataUpdatedAt, refetch, isPlaceholderData }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}
