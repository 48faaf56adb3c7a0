import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { ACCESS_SECONDS, signAccessToken } from '../access/secret/access-token.ts'
import type { Started } from '../access/sign-in/store.ts'
import {
  changePassword,
  refresh,
  type Session,
  signIn,
  signOut,
  type Who,
  whoAmI,
} from '../contract/access.ts'
import { AppError, isAppError } from '../lib/errors.ts'
import type { AccessDesk } from './access-desk.ts'
import type { Caller } from './caller.ts'
import { handle } from './handle.ts'
import { assertRepeated, personCaller } from './identify.ts'
import { addressOf } from './rate-limits.ts'

/** What somebody with a one-time password may do. */
const BEFORE_OWN_PASSWORD: ReadonlySet<string> = new Set([whoAmI.path, changePassword.path])

/** Throws `access.password-change-needed` unless the caller has a password of their own, or goes to choose one. */
export function assertOwnPassword({ caller, routeOptions }: FastifyRequest): void {
  if (!caller?.signIn?.mustChangePassword) return
  if ((routeOptions.config.access ?? 'anybody') === 'anybody') return
  if (BEFORE_OWN_PASSWORD.has(routeOptions.url ?? '')) return
  throw new AppError('access.password-change-needed', {})
}

/** Signing in and out, staying signed in, and choosing a password. */
export function signInRoutes(http: FastifyInstance, desk: AccessDesk): void {
  handle(http, signIn, async ({ body: { name, password, means }, raw }) => {
    const credentials = { name, password, address: addressOf(raw) }
    return sessionOf(desk, await desk.signIns.signIn(credentials, desk.now()), { means, raw })
  })

  handle(http, refresh, async ({ body, raw }) => {
    const { token, means } = refreshing(desk, body.refreshToken, raw)
    const started = await desk.signIns.refresh(token, desk.now()).catch((error: unknown) => {
      desk.forget() // a token that came again ended its sign-in
      const isOver = isAppError(error, 'access.sign-in-over')
      if (isOver && means === 'cookies') raw.newSecrets = 'none'
      throw error
    })
    return sessionOf(desk, started, { means, raw })
  })

  handle(http, signOut, async ({ caller, raw }) => {
    const { refresh: token, csrf } = desk.cookies.of(raw)
    const at = desk.now()
    if (caller?.signIn) await desk.signIns.signOut(caller.signIn.id, { by: caller.name, at })
    else if (token !== undefined) {
      assertRepeated(csrf, raw)
      await desk.signIns.signOutBy(token, at)
    }
    desk.forget()
    raw.newSecrets = 'none'
    return { isSignedIn: false as const }
  })

  handle(http, whoAmI, async ({ caller }) => whoOf(assertPerson(caller, 'or-token')))

  handle(http, changePassword, async ({ body: { current, next, means }, caller, raw }) => {
    const { name } = assertPerson(caller)
    const credentials = { name, password: current, address: addressOf(raw) }
    const started = await desk.signIns.changePassword(credentials, next, desk.now())
    desk.forget()
    return sessionOf(desk, started, { means, raw })
  })
}

/** Throws `access.person-needed` for a token, unless that may as well, and `request.not-signed-in` for nobody. */
export function assertPerson(caller: Caller | null, or?: 'or-token'): Caller {
  if (caller === null) throw new AppError('request.not-signed-in', {})
  if (caller.signIn || or === 'or-token') return caller
  throw new AppError('access.person-needed', {})
}

/** Programs send the token themselves; a browser sends it by itself, so a page of ours must vouch for it. */
function refreshing(desk: AccessDesk, told: string | undefined, raw: FastifyRequest) {
  if (told !== undefined) return { token: told, means: 'tokens' } as const
  const { refresh: token, csrf } = desk.cookies.of(raw)
  if (token === undefined) throw new AppError('access.sign-in-over', {})
  assertRepeated(csrf, raw)
  return { token, means: 'cookies' } as const
}

/** What somebody who signed in is told; a browser's cookies go along with the answer. */
export async function sessionOf(
  desk: AccessDesk,
  { standing, refreshToken, refreshUntil }: Started,
  { means, raw }: { means: 'cookies' | 'tokens'; raw: FastifyRequest },
): Promise<z.input<typeof Session>> {
  const now = desk.now()
  const { token, csrf } = await signAccessToken(await desk.keys(), standing.signInId, now)
  const told = {
    who: whoOf(personCaller(standing)),
    expiresInSeconds: ACCESS_SECONDS,
    refreshUntil: refreshUntil.toISOString(),
  }
  if (means === 'tokens') return { ...told, accessToken: token, refreshToken }
  const refreshSeconds = Math.floor((refreshUntil.getTime() - now.getTime()) / 1000)
  raw.newSecrets = { accessToken: token, refreshToken, csrf, refreshSeconds }
  return told
}

function whoOf({ name, kind, permissions, sites, signIn }: Caller): z.input<typeof Who> {
  return {
    ...{ name, kind, permissions: [...permissions], sites: sites === null ? null : [...sites] },
    role: signIn?.role ?? null,
    mustChangePassword: signIn?.mustChangePassword ?? false,
  }
}
