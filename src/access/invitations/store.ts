import type { Database } from '../../db/database.ts'
import { AppError } from '../../lib/errors.ts'
import { addAuditEntry } from '../audit/store.ts'
import type { Person } from '../people/queries.ts'
import { personByName } from '../people/queries.ts'
import { addPerson, assertGrantable, type Deed, fitPasswordHash } from '../people/store.ts'
import { randomSecret } from '../secret/random-secret.ts'
import { sha256 } from '../secret/sha256.ts'
import * as q from './queries.ts'

const VALID_MS = 7 * 86_400_000

/** Invitations: whoever has the token becomes the person it names, once, within a week. */
export function invitationStore(database: Pick<Database, 'db' | 'transaction'>) {
  const { db } = database
  return {
    async open(now: Date): Promise<q.Invitation[]> {
      return (await q.openInvitations(now).execute(db)).rows
    },

    /** Invites somebody; the token is told this once. Throws `access.name-taken`, `access.administrator-everywhere`. */
    async invite(
      invitation: q.NewInvitation,
      { by, at }: Deed,
    ): Promise<{ invitation: q.Invitation; token: string }> {
      const { name, role, sites } = invitation
      assertGrantable(name, invitation)
      const token = randomSecret('msi_')
      const expiresAt = new Date(at.getTime() + VALID_MS)
      return database.transaction(async (transaction) => {
        const [taken] = (await personByName(name).execute(transaction.db)).rows
        if (taken) throw new AppError('access.name-taken', { name })
        const made = { tokenHash: sha256(token), by, at, expiresAt }
        const [kept] = (await q.insertInvitation(invitation, made).execute(transaction.db)).rows
        if (!kept) throw new Error('the invitation was not kept')
        const details = { invitation: kept.id, role, sites, expiresAt: expiresAt.toISOString() }
        const news = { actor: by, action: 'invitation.made', about: name, details }
        await addAuditEntry(transaction, news, at)
        return { invitation: kept, token }
      })
    },

    /** Makes the person an invitation names. Throws `access.invitation-unusable`, `access.password-unfit`, `access.name-taken`. */
    accept: (token: string, password: string, at: Date): Promise<Person> =>
      database.transaction(async (transaction) => {
        const [used] = (await q.useInvitation(sha256(token), at).execute(transaction.db)).rows
        if (!used) throw new AppError('access.invitation-unusable', {})
        const { name, role, sites } = used
        const passwordHash = await fitPasswordHash(password, name)
        const news = { name, role, sites, passwordHash, oneTimeUntil: null }
        return addPerson(transaction, news, { by: name, at })
      }),

    /** Takes an invitation back. Throws `access.invitation-unusable` where it is none any more. */
    takeBack: (id: number, { by, at }: Deed): Promise<void> =>
      database.transaction(async (transaction) => {
        const [closed] = (await q.closeInvitation(id, at).execute(transaction.db)).rows
        if (!closed) throw new AppError('access.invitation-unusable', {})
        const details = { invitation: id }
        const news = { actor: by, action: 'invitation.taken-back', about: closed.name, details }
        await addAuditEntry(transaction, news, at)
      }),
  }
}
