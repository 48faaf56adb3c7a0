import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api-problem.ts'
import { SESSION_KEY } from './query-keys.ts'

const FRESH_MS = 30_000
const MOST_TRIES = 2

/** What the server said, kept as long as it is looked at. A sign-in that is over shows the sign-in screen. */
export function makeQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && error.isSignInOver) client.setQueryData(SESSION_KEY, null)
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: isWorthAnotherTry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
  return client
}

/** Only what may pass by itself is tried again; the panel tells of the rest at once. */
function isWorthAnotherTry(tries: number, error: unknown): boolean {
  if (!(error instanceof ApiProblem) || tries >= MOST_TRIES) return false
  return error.status === 0 || error.status === 502 || error.status === 504
}
