import { z } from 'zod'
import { AskedText } from './asked.ts'
import { InstantText, listOf, Page } from './listing.ts'
import { PERMISSIONS, ROLES } from './permission.ts'
import { FILE_TYPES, route } from './route.ts'

/** Something, and none of it a control character. */
export const PRINTED = /^\P{Cc}+$/u

/** What a person signs in with: a short name or an e-mail address; capital letters make no difference. */
export const PersonName = z
  .string()
  .normalize()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,99}$/u)
  .describe('A short name or an e-mail address.')

/** Longer than any password that is accepted, and short enough to be hashed. */
export const PasswordText = z.string().min(1).max(1024)

export const Sites = z
  .array(z.string().regex(PRINTED).max(200))
  .min(1)
  .max(1000)
  .nullable()
  .describe('Names of the sites it is limited to; null for all.')

const TokenText = z.string().min(1).max(200)

export const Who = z.object({
  name: z.string(),
  kind: z.enum(['person', 'token']),
  role: z.enum(ROLES).nullable().describe('Of a person; null for a token.'),
  permissions: z.array(z.enum(PERMISSIONS)),
  sites: Sites,
  mustChangePassword: z.boolean().describe('Until then nothing else is allowed.'),
})

/** The tokens of a sign-in; a browser has them in cookies that scripts cannot read, so they are left out. */
export const Session = z.object({
  who: Who,
  accessToken: z.string().optional().describe('For Authorization: Bearer.'),
  expiresInSeconds: z.int().describe('Of the access token.'),
  refreshToken: z.string().optional().describe('Good for one refresh.'),
  refreshUntil: InstantText,
})

const Means = z
  .enum(['cookies', 'tokens'])
  .default('cookies')
  .describe('Cookies for browsers, tokens in the answer for programs.')

export const signIn = route({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in. What it answers to a wrong password it answers to an unknown name.',
  tag: 'access',
  access: 'anybody',
  body: z.object({
    // whatever is typed is refused alike, so that a name tells nothing by its form
    name: z.string().normalize().trim().toLowerCase().regex(PRINTED).max(200),
    password: PasswordText,
    means: Means,
  }),
  response: Session,
})

export const refresh = route({
  method: 'POST',
  path: '/api/session/refresh',
  summary:
    'Carry a sign-in on. A refresh token is good for one use; used again, it ends the sign-in.',
  tag: 'access',
  access: 'anybody',
  body: z.object({
    refreshToken: TokenText.optional().describe('Left out by browsers, which send a cookie.'),
  }),
  response: Session,
})

export const signOut = route({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out: its tokens count no more from now on.',
  tag: 'access',
  access: 'anybody',
  response: z.object({ isSignedIn: z.literal(false) }),
})

export const whoAmI = route({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, and what they may do.',
  tag: 'access',
  access: 'signed-in',
  response: Who,
})

export const changePassword = route({
  method: 'PUT',
  path: '/api/session/password',
  summary: 'Change your password. Ends every sign-in of yours and begins a new one.',
  tag: 'access',
  access: 'signed-in',
  body: z.object({ current: PasswordText, next: PasswordText, means: Means }),
  response: Session,
})

const AuditArea = z
  .string()
  .regex(PRINTED)
  .max(100)
  .optional()
  .describe('Such as sign-in, person, token.')

const AuditAsked = z.object({
  area: AuditArea,
  text: AskedText.optional().describe('Part of who did it, of what, or of what it was done to.'),
})

export const exportAudit = route({
  method: 'GET',
  path: '/api/audit/export',
  summary: 'Who did what, the oldest first, as a file.',
  tag: 'access',
  access: 'administer',
  query: AuditAsked.extend({ format: z.enum(['csv', 'xlsx', 'ndjson']).default('csv') }),
  response: z.string(),
  produces: [FILE_TYPES.csv, FILE_TYPES.xlsx, FILE_TYPES.ndjson],
})

export const listAudit = route({
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did what, newest first. "muster audit verify" proves that nothing was altered.',
  tag: 'access',
  access: 'administer',
  query: AuditAsked.extend(Page.shape),
  response: listOf(
    z.object({
      n: z.int(),
      at: InstantText,
      actor: z.string(),
      action: z.string(),
      about: z.string(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
})

export const verifyAudit = route({
  method: 'GET',
  path: '/api/audit/verify',
  summary: 'Walks the whole trail of who did what, and says whether and where it breaks.',
  tag: 'access',
  access: 'administer',
  response: z.object({
    isWhole: z.boolean(),
    entries: z.int().describe('That follow on each other, from the first.'),
    head: z
      .string()
      .describe('The end, to be noted elsewhere: "muster audit verify --head" knows it.'),
    broken: z
      .object({ n: z.int(), problem: z.enum(['missing', 'altered', 'out-of-chain']) })
      .nullable(),
  }),
})
