import { ROUTE_TABLE } from 'virtual:route-table'
import type { Renewal } from './renewal.ts'

const COOKIE = /(?:^|;\s*)(?:__Host-)?muster_csrf=([^;]+)/u

/** What changes something must repeat; null where nobody is signed in. */
export function csrfToken(): string | null {
  const found = COOKIE.exec(document.cookie)?.[1]
  return found === undefined ? null : decodeURIComponent(found)
}

let renewing: Promise<Renewal> | null = null

/** Carries the sign-in on, once for all that wait for it. */
export function renewSession(): Promise<Renewal> {
  renewing ??= renew().finally(() => {
    renewing = null
  })
  return renewing
}

async function renew(): Promise<Renewal> {
  const before = csrfToken()
  if (before === null) return 'over'
  const inTurn = () => (csrfToken() === before ? refresh(before) : 'renewed')
  // a refresh token is good for one use, so tabs take turns; locks are there on https and on this machine only
  return navigator.locks ? navigator.locks.request('muster-session', inTurn) : inTurn()
}

async function refresh(token: string): Promise<Renewal> {
  const route = ROUTE_TABLE.refresh
  if (!route) return 'unknown'
  const answer = await fetch(route.path, {
    method: route.method,
    headers: { 'content-type': 'application/json', 'x-csrf-token': token },
    body: '{}',
  }).catch(() => null)
  if (answer?.ok) return 'renewed'
  return answer?.status === 401 ? 'over' : 'unknown'
}
