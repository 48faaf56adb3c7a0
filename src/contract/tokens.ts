import { z } from 'zod'
import { PRINTED, Sites } from './access.ts'
import { InstantText, listOf } from './listing.ts'
import { PERMISSIONS } from './permission.ts'
import { route } from './route.ts'

const Token = z.object({
  id: z.int(),
  name: z.string(),
  person: z.string().describe('Who made it.'),
  permissions: z.array(z.enum(PERMISSIONS)),
  sites: Sites,
  createdAt: InstantText,
  expiresAt: InstantText,
  lastUsedAt: InstantText.nullable(),
  revokedAt: InstantText.nullable(),
})

export const listTokens = route({
  method: 'GET',
  path: '/api/tokens',
  summary: 'Your API tokens, newest first; with the permission "administer" those of everybody.',
  tag: 'tokens',
  access: 'signed-in',
  response: listOf(Token),
})

export const makeToken = route({
  method: 'POST',
  path: '/api/tokens',
  summary: 'Make an API token. It never may more than you may; its secret is told this once.',
  tag: 'tokens',
  access: 'signed-in',
  body: z.object({
    name: z.string().trim().regex(PRINTED).max(100),
    permissions: z.array(z.enum(PERMISSIONS)).min(1),
    sites: Sites.default(null),
    expiresInDays: z.int().min(1).max(365).default(90),
  }),
  response: Token.extend({ secret: z.string() }),
  status: 201,
})

export const revokeToken = route({
  method: 'DELETE',
  path: '/api/tokens/{id}',
  summary: 'Revoke an API token of yours; with the permission "administer" anybody\'s.',
  tag: 'tokens',
  access: 'signed-in',
  params: z.object({ id: z.coerce.number().int().min(1) }),
  response: z.object({ id: z.int() }),
})
