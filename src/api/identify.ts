import type { FastifyRequest } from 'fastify'
import { rightsOf, sharedRights } from '../access/rights.ts'
import { readAccessToken } from '../access/secret/access-token.ts'
import type { Standing } from '../access/sign-in/queries.ts'
import type { TokenStanding } from '../access/tokens/queries.ts'
import { API_TOKEN_PREFIX } from '../access/tokens/store.ts'
import { AppError } from '../lib/errors.ts'
import type { AccessDesk } from './access-desk.ts'
import type { Caller } from './caller.ts'
import { CSRF_HEADER, changesSomething, isFromHere, isRepeated } from './csrf.ts'

/** Who sends a request, by its token or its cookies; null where nobody is signed in. */
export async function identify(desk: AccessDesk, request: FastifyRequest): Promise<Caller | null> {
  const bearer = /^Bearer +(\S+)$/iu.exec(request.headers.authorization ?? '')?.[1]
  if (bearer?.startsWith(API_TOKEN_PREFIX)) return byApiToken(desk, bearer)
  if (bearer !== undefined) return (await byAccessToken(desk, bearer))?.caller ?? null
  assertFromHere(desk, request)
  const { access } = desk.cookies.of(request)
  const found = access === undefined ? null : await byAccessToken(desk, access)
  if (found && changesSomething(request.method)) assertRepeated(found.csrf, request)
  return found?.caller ?? null
}

/**
 * Who sent a request whose answer goes on, as they stand now; null where they may no longer come in. Of who signed in
 * the sign-in counts, as the token they came with is for a quarter of an hour.
 */
export async function identifyAgain(
  desk: AccessDesk,
  request: FastifyRequest,
): Promise<Caller | null> {
  const { signIn } = request.caller ?? {}
  if (signIn === undefined) return identify(desk, request)
  const standing = await desk.signIns.findStanding(signIn.id, desk.now())
  return standing && personCaller(standing)
}

/** Throws `access.cross-site` where another site's page has a browser change something here. */
function assertFromHere({ hosts }: AccessDesk, { method, headers, host }: FastifyRequest): void {
  if (!changesSomething(method)) return
  const fetchSite = headers['sec-fetch-site']
  const told = { origin: headers.origin, host, hosts }
  if (!isFromHere({ ...told, fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined })) {
    throw new AppError('access.cross-site', {})
  }
}

/** Throws `access.cross-site` where the header does not repeat the token. */
export function assertRepeated(token: string | undefined, { headers }: FastifyRequest): void {
  if (!isRepeated(token, headers[CSRF_HEADER])) throw new AppError('access.cross-site', {})
}

async function byAccessToken(
  desk: AccessDesk,
  token: string,
): Promise<{ caller: Caller; csrf: string } | null> {
  const claims = await readAccessToken(await desk.keys(), token, desk.now())
  if (claims === null) return null
  const { signInId, csrf } = claims
  const caller = await desk.remembered(`sign-in:${signInId}`, async () => {
    const standing = await desk.signIns.findStanding(signInId, desk.now())
    return standing && personCaller(standing)
  })
  return caller && { caller, csrf }
}

function byApiToken(desk: AccessDesk, secret: string): Promise<Caller | null> {
  return desk.remembered(`token:${secret}`, async () => {
    const standing = await desk.tokens.findStanding(secret, desk.now())
    return standing && tokenCaller(standing)
  })
}

/** What a person may do; with a one-time password nothing but choosing their own. */
export function personCaller(standing: Standing): Caller {
  const { signInId, personId, name, role, mustChangePassword } = standing
  const { permissions, sites } = rightsOf(role, standing.sites)
  return {
    ...{ name, kind: 'person', personId, sites },
    permissions: new Set(mustChangePassword ? [] : permissions),
    signIn: { id: signInId, role, mustChangePassword },
  }
}

function tokenCaller(standing: TokenStanding): Caller {
  const { personName, tokenName, personId, role, personSites } = standing
  const { permissions, sites } = sharedRights(standing, rightsOf(role, personSites))
  const name = `${personName} (${tokenName})`
  return { name, kind: 'token', personId, permissions: new Set(permissions), sites }
}
