import { ROUTE_TABLE } from 'virtual:route-table'
import type { z } from 'zod'
import type { ROUTES } from '../../src/contract/routes.ts'
import { ApiProblem, problemOf } from './api-problem.ts'
import { csrfToken, renewSession } from './session.ts'
import { spokenLanguage } from './spoken-language.ts'

type Routes = typeof ROUTES

/** The name of a route of the contract. */
export type RouteName = keyof Routes

type Part<N extends RouteName, P extends 'params' | 'query' | 'body'> = NonNullable<Routes[N][P]>
type In<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined
type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** What stands in an address: what the server makes of it, or the text itself. */
type Asked<Schema> =
  In<Schema> extends object
    ? {
        readonly [K in keyof In<Schema>]: K extends keyof Out<Schema>
          ? Out<Schema>[K] | string
          : string
      }
    : undefined

/** What a request of a route carries. */
export interface CallParts<N extends RouteName> {
  readonly params?: Asked<Part<N, 'params'>>
  readonly query?: Asked<Part<N, 'query'>>
  readonly body?: In<Part<N, 'body'>>
  readonly signal?: AbortSignal
}

/** What a route answers. */
export type Answer<N extends RouteName> = Out<Routes[N]['response']>

/**
 * Asks a route of the contract. Throws `ApiProblem`. Where the sign-in has run out it is carried on once, and
 * the request sent again.
 */
export async function call<N extends RouteName>(
  name: N,
  parts: CallParts<N> = {},
): Promise<Answer<N>> {
  const answer = await send(name, parts)
  return (await answer.json()) as Answer<N> // the server answers by the same contract
}

/** The same for a route whose answer is a file. Throws `ApiProblem`. */
export async function send<N extends RouteName>(
  name: N,
  parts: CallParts<N> = {},
): Promise<Response> {
  const first = await attempt(name, parts)
  if (first.ok) return first
  const problem = await problemOf(first)
  if (!problem.isSignInOver || NEVER_RENEWED.has(name)) throw problem
  if ((await renewSession()) !== 'renewed') throw problem
  const second = await attempt(name, parts)
  if (second.ok) return second
  throw await problemOf(second)
}

const NEVER_RENEWED: ReadonlySet<RouteName> = new Set(['signIn', 'signOut', 'refresh'])

/** The address of a route, for links and listeners. */
export function addressOf<N extends RouteName>(
  name: N,
  { params, query }: Pick<CallParts<N>, 'params' | 'query'> = {},
): string {
  const { path } = routeNamed(name)
  const given: Readonly<Record<string, unknown>> = { ...params }
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, key) => encodeURIComponent(String(given[key])))
  const search = new URLSearchParams(
    Object.entries({ ...query }).flatMap(([key, value]) =>
      value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
    ),
  )
  return search.size === 0 ? filled : `${filled}?${search}`
}

function routeNamed(name: RouteName) {
  const found = ROUTE_TABLE[name]
  if (!found) throw new Error(`no route ${name}`)
  return found
}

async function attempt<N extends RouteName>(name: N, parts: CallParts<N>): Promise<Response> {
  const { method } = routeNamed(name)
  const { body, signal } = parts
  try {
    return await fetch(addressOf(name, parts), {
      method,
      headers: headersFor(method, body),
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw ApiProblem.unreachable(error)
  }
}

/** What every request of ours says of itself; what changes something repeats the token of the sign-in. */
export function headersFor(method: string, body?: unknown): Record<string, string> {
  const token = method === 'GET' ? null : csrfToken()
  return {
    'accept-language': spokenLanguage(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === null ? {} : { 'x-csrf-token': token }),
  }
}
