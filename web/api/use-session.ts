import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api-problem.ts'
import { type Answer, call } from './call.ts'
import { SESSION_KEY } from './query-keys.ts'
import { csrfToken } from './session.ts'

/** Who is signed in. */
export type Who = Answer<'whoAmI'>

/** Who is signed in; null where nobody is, undefined until that is known. */
export function useSession() {
  return useQuery<Who | null, ApiProblem>({
    queryKey: SESSION_KEY,
    queryFn: whoOrNobody,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

async function whoOrNobody(): Promise<Who | null> {
  if (csrfToken() === null) return null
  try {
    return await call('whoAmI')
  } catch (error) {
    if (error instanceof ApiProblem && error.isSignInOver) return null
    throw error
  }
}

/** The person at the screen; only below the gate of the sign-in. */
export function useWho(): Who {
  const { data } = useSession()
  if (!data) throw new Error('nobody is signed in')
  return data
}

/** Signs in; everything asked before is asked anew in the new name. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation<Answer<'signIn'>, ApiProblem, { name: string; password: string }>({
    mutationFn: (body) => call('signIn', { body }),
    onSuccess: async ({ who }) => {
      client.removeQueries({ predicate: isShown })
      client.setQueryData(SESSION_KEY, who)
    },
  })
}

/** Gives oneself another password. */
export function useChangePassword() {
  const client = useQueryClient()
  return useMutation<Answer<'changePassword'>, ApiProblem, { current: string; next: string }>({
    mutationFn: (body) => call('changePassword', { body }),
    onSuccess: ({ who }) => client.setQueryData(SESSION_KEY, who),
  })
}

/** Signs out, and forgets whatever was shown. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation<Answer<'signOut'>, ApiProblem, void>({
    mutationFn: () => call('signOut'),
    onSettled: () => {
      client.setQueryData(SESSION_KEY, null) // whoever shows something is told by the query they know, so it stays
      client.removeQueries({ predicate: isShown })
    },
  })
}

/** All but who is signed in. */
function isShown({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return queryKey[0] !== SESSION_KEY[0]
}
