import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Invitation } from '../access/invitations/queries.ts'
import type { Person as KeptPerson } from '../access/people/queries.ts'
import type { Deed } from '../access/people/store.ts'
import {
  acceptInvitation,
  changePerson,
  giveOneTimePassword,
  invite,
  listInvitations,
  listPeople,
  type Person,
  register,
  takeInvitationBack,
} from '../contract/people.ts'
import { AppError } from '../lib/errors.ts'
import type { AccessDesk } from './access-desk.ts'
import type { Caller } from './caller.ts'
import { handle } from './handle.ts'

/** Who may come in: people, what they may do, and invitations. */
export function peopleRoutes(http: FastifyInstance, desk: AccessDesk): void {
  const { people, invitations } = desk

  handle(http, listPeople, async () => {
    const items = await people.list()
    return {
      items: items.map((person) => ({
        ...personAnswer(person),
        lastSignInAt: person.lastSignInAt?.toISOString() ?? null,
      })),
      total: items.length,
    }
  })

  handle(http, changePerson, async ({ params, body, caller }) => {
    const wanted = Object.fromEntries(
      Object.entries(body).filter(([, value]) => value !== undefined),
    )
    const person = await people.change(params.id, wanted, deedOf(desk, caller))
    desk.forget()
    return personAnswer(person)
  })

  handle(http, giveOneTimePassword, async ({ params, caller }) => {
    const given = await people.giveOneTimePassword(params.id, deedOf(desk, caller))
    desk.forget()
    return { ...given, until: given.until.toISOString() }
  })

  handle(http, invite, async ({ body, caller }) => {
    const { invitation, token } = await invitations.invite(body, deedOf(desk, caller))
    return { ...invitationAnswer(invitation), token }
  })

  handle(http, listInvitations, async () => {
    const items = await invitations.open(desk.now())
    return { items: items.map(invitationAnswer), total: items.length }
  })

  handle(http, takeInvitationBack, async ({ params, caller }) => {
    await invitations.takeBack(params.id, deedOf(desk, caller))
    return { id: params.id }
  })

  handle(http, acceptInvitation, async ({ body: { token, password } }) =>
    personAnswer(await invitations.accept(token, password, desk.now())),
  )

  handle(http, register, async ({ body: { name, password } }) => {
    if (!desk.settings.openRegistration) throw new AppError('access.registration-closed', {})
    return personAnswer(await people.register(name, password, desk.now()))
  })
}

/** In whose name something is done, and when. Throws `request.not-signed-in`. */
export function deedOf(desk: Pick<AccessDesk, 'now'>, caller: Caller | null): Deed {
  if (caller === null) throw new AppError('request.not-signed-in', {})
  return { by: caller.name, at: desk.now() }
}

function personAnswer(person: KeptPerson): z.input<typeof Person> {
  const { id, name, role, sites, isDisabled, oneTimeUntil, createdAt } = person
  return {
    ...{ id, name, role, isDisabled, sites: sites === null ? null : [...sites] },
    mustChangePassword: oneTimeUntil !== null,
    createdAt: createdAt.toISOString(),
  }
}

function invitationAnswer({ sites, createdAt, expiresAt, ...invitation }: Invitation) {
  return {
    ...invitation,
    sites: sites === null ? null : [...sites],
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}
