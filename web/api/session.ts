import { ROUTE_TABLE } from 'virtual:route-table'

const COOKIE = /(?:^|;\s*)(?:__Host-)?muster_csrf=([^;]+)/u

/** What changes something must repeat; null where nobody is signed in. */
export function csrfToken(): string | null {
  const found = COOKIE.exec(document.cookie)?.[1]
  return found === undefined ? null : decodeURIComponent(found)
}

let renewing: Promise<boolean> | null = null

/** Carries the sign-in on, once for all that wait for it; false where it is over. */
export function renewSession(): Promise<boolean> {
  renewing ??= renew().finally(() => {
    renewing = null
  })
  return renewing
}

async function renew(): Promise<boolean> {
  const before = csrfToken()
  if (before === null) return false
  const inTurn = () => (csrfToken() === before ? refresh(before) : true)
  // a refresh token is good for one use, so tabs take turns; locks are there on https and on this machine only
  return navigator.locks ? navigator.locks.request('muster-session', inTurn) : inTurn()
}

async function refresh(token: string): Promise<boolean> {
  const route = ROUTE_TABLE.refresh
  if (!route) return false
  const answer = await fetch(route.path, {
    method: route.method,
    headers: { 'content-type': 'application/json', 'x-csrf-token': token },
    body: '{}',
  }).catch(() => null)
  return answer?.ok ?? false
}
