import type { FastifyInstance } from 'fastify'
import type { ApiToken } from '../access/tokens/queries.ts'
import { listTokens, makeToken, revokeToken } from '../contract/tokens.ts'
import type { AccessDesk } from './access-desk.ts'
import type { Caller } from './caller.ts'
import { handle } from './handle.ts'
import { deedOf } from './people.ts'
import { personOf } from './person-of.ts'
import { assertPerson } from './sign-in.ts'

/** Tokens by which programs call the API. */
export function tokenRoutes(http: FastifyInstance, desk: AccessDesk): void {
  handle(http, listTokens, async ({ caller }) => {
    const items = await desk.tokens.list(whoseTokens(assertPerson(caller, 'or-token')))
    return { items: items.map(tokenAnswer), total: items.length }
  })

  handle(http, makeToken, async ({ body, caller }) => {
    const person = assertPerson(caller)
    const { permissions, sites } = person
    const maker = { personId: personOf(person), permissions: [...permissions], sites }
    const { token, secret } = await desk.tokens.make(body, maker, deedOf(desk, caller))
    return { ...tokenAnswer(token), secret }
  })

  handle(http, revokeToken, async ({ params: { id }, caller }) => {
    const whose = whoseTokens(assertPerson(caller, 'or-token'))
    await desk.tokens.revoke(id, whose, deedOf(desk, caller))
    desk.forget()
    return { id }
  })
}

/** The person whose tokens a caller sees; null for everybody's. */
function whoseTokens(caller: Caller): number | null {
  return caller.permissions.has('administer') ? null : personOf(caller)
}

function tokenAnswer(token: ApiToken) {
  const { permissions, sites, createdAt, expiresAt, lastUsedAt, revokedAt, ...rest } = token
  return {
    ...{ ...rest, permissions: [...permissions], sites: sites === null ? null : [...sites] },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }
}
