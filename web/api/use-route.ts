import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { ApiProblem } from './api-problem.ts'
import { type Answer, type CallParts, call, type RouteName } from './call.ts'
import { keyOf } from './query-keys.ts'

type Reading<N extends RouteName> = Pick<CallParts<N>, 'params' | 'query'>

interface HowRead {
  readonly isEnabled?: boolean
  /** Show the answer before, while another part of the same list is on its way. */
  readonly keepsPrevious?: boolean
  /** Ask again by itself after so long. */
  readonly everyMs?: number
}

/** What a route answers, kept and asked again as it ages. One hook file per family of routes builds on it. */
export function useRoute<N extends RouteName>(
  name: N,
  asked: Reading<N> = {},
  { isEnabled = true, keepsPrevious = false, everyMs }: HowRead = {},
): UseQueryResult<Answer<N>, ApiProblem> {
  return useQuery<Answer<N>, ApiProblem>({
    queryKey: keyOf(name, asked),
    queryFn: ({ signal }) => call(name, { ...asked, signal }),
    enabled: isEnabled,
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  })
}

/** Something a person does through a route; afterwards the answers of the routes named are asked for anew. */
export function useAction<N extends RouteName>(
  name: N,
  { renews = [] }: { readonly renews?: readonly RouteName[] } = {},
): UseMutationResult<Answer<N>, ApiProblem, CallParts<N>> {
  const client = useQueryClient()
  return useMutation<Answer<N>, ApiProblem, CallParts<N>>({
    mutationFn: (parts) => call(name, parts),
    onSuccess: () =>
      Promise.all(renews.map((each) => client.invalidateQueries({ queryKey: [each] }))),
  })
}
