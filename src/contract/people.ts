import { z } from 'zod'
import { PasswordText, PersonName, Sites } from './access.ts'
import { InstantText, listOf } from './listing.ts'
import { ROLES } from './permission.ts'
import { route } from './route.ts'

const ById = z.object({ id: z.coerce.number().int().min(1) })

export const Person = z.object({
  id: z.int(),
  name: z.string(),
  role: z.enum(ROLES),
  sites: Sites,
  isDisabled: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: InstantText,
})

const KnownPerson = Person.extend({
  lastSignInAt: InstantText.nullable().describe(
    'Null where they have not signed in for two months: older sign-ins are forgotten.',
  ),
})

const Invited = z.object({ name: PersonName, role: z.enum(ROLES), sites: Sites.default(null) })

const Invitation = z.object({
  id: z.int(),
  name: z.string(),
  role: z.enum(ROLES),
  sites: Sites,
  invitedBy: z.string(),
  createdAt: InstantText,
  expiresAt: InstantText,
})

export const listPeople = route({
  method: 'GET',
  path: '/api/people',
  summary: 'Everybody who may sign in, by name.',
  tag: 'people',
  access: 'administer',
  response: listOf(KnownPerson),
})

export const changePerson = route({
  method: 'PATCH',
  path: '/api/people/{id}',
  summary: 'Give a person another role, limit them to sites, or disable them. Counts at once.',
  tag: 'people',
  access: 'administer',
  params: ById,
  body: z.object({
    role: z.enum(ROLES).optional(),
    sites: Sites.optional(),
    isDisabled: z.boolean().optional(),
  }),
  response: Person,
})

export const giveOneTimePassword = route({
  method: 'POST',
  path: '/api/people/{id}/one-time-password',
  summary:
    'Take a password away for one that is good for a day and must be changed. Told this once.',
  tag: 'people',
  access: 'administer',
  params: ById,
  response: z.object({ name: z.string(), password: z.string(), until: InstantText }),
})

export const invite = route({
  method: 'POST',
  path: '/api/invitations',
  summary: 'Invite somebody. The token is told this once, and is good for a week.',
  tag: 'people',
  access: 'administer',
  body: Invited,
  response: Invitation.extend({ token: z.string() }),
  status: 201,
})

export const listInvitations = route({
  method: 'GET',
  path: '/api/invitations',
  summary: 'Invitations that can still be used, newest first.',
  tag: 'people',
  access: 'administer',
  response: listOf(Invitation),
})

export const takeInvitationBack = route({
  method: 'DELETE',
  path: '/api/invitations/{id}',
  summary: 'Take an invitation back.',
  tag: 'people',
  access: 'administer',
  params: ById,
  response: z.object({ id: z.int() }),
})

export const acceptInvitation = route({
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Become the person an invitation names, with a password of your own.',
  tag: 'people',
  access: 'anybody',
  body: z.object({ token: z.string().min(1).max(200), password: PasswordText }),
  response: Person,
  status: 201,
})

export const register = route({
  method: 'POST',
  path: '/api/registrations',
  summary: 'Make an account as a viewer, where the configuration lets anybody.',
  tag: 'people',
  access: 'anybody',
  body: z.object({ name: PersonName, password: PasswordText }),
  response: Person,
  status: 201,
})
