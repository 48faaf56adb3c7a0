import type { CallParts, RouteName } from './call.ts'

/** Who is signed in: null where nobody is. */
export const SESSION_KEY = ['session'] as const

/** How an answer is kept: by its route, and what was asked. `[name]` alone stands for all of a route. */
export function keyOf<N extends RouteName>(
  name: N,
  { params, query }: Pick<CallParts<N>, 'params' | 'query'> = {},
) {
  return [name, { params, query }] as const
}
