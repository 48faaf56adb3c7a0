import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import { AppError } from '../../lib/errors.ts'
import type { OpenIdRefusal } from '../../lib/openid-refusal.ts'
import { addAuditEntry } from '../audit/store.ts'
import { lockPeople, type Person } from '../people/queries.ts'
import { addPerson, changePerson, type Deed } from '../people/store.ts'
import { hashPassword } from '../secret/password-hash.ts'
import { randomSecret } from '../secret/random-secret.ts'
import { type Started, startSignIn } from '../sign-in/store.ts'
import { type Admission, admit } from './admission.ts'
import type { ClaimRules, Identity } from './claims.ts'
import * as q from './queries.ts'

/** A working day: a provider that lets somebody in no more is asked again after it. */
const LONGEST_MS = 12 * 3_600_000

/** Somebody who was not let in, as far as it is known who that was. */
export interface Turned {
  readonly reason: string
  readonly address: string
  readonly identity: q.Subject | null
}

/** People who come in through a provider, and the links between its subjects and people here. */
export function openIdStore(database: Pick<Database, 'db' | 'transaction'>) {
  return {
    /** Signs in whom a provider vouches for. Throws `access.openid-refused`, and what a change of role may be refused by. */
    async signIn(identity: Identity, rules: ClaimRules, now: Date): Promise<Started> {
      const passwordHash = await unusablePassword()
      return database.transaction(async (transaction) => {
        await lockPeople().execute(transaction.db)
        const admission = admit(identity, await knownHere(transaction, identity), rules)
        const personId = await comeIn(transaction, admission, { identity, passwordHash, now })
        await q.touchLink(identity, now).execute(transaction.db)
        const { issuer, subject } = identity
        return startSignIn(
          transaction,
          { personId, now, longestMs: LONGEST_MS },
          { issuer, subject },
        )
      })
    },

    /** Keeps that somebody was turned away. */
    turnedAway: ({ reason, address, identity }: Turned, at: Date): Promise<void> =>
      database.transaction(async (transaction) => {
        const [person] = identity
          ? (await q.linkedPerson(identity).execute(transaction.db)).rows
          : []
        const about = person?.name ?? ''
        const details = { reason, address, ...(identity ? subjectOf(identity) : {}) }
        const news = { actor: about, action: 'sign-in.openid-refused', about, details }
        await addAuditEntry(transaction, news, at)
      }),

    /** Makes a subject of a provider a person here, by an administrator's word. Throws `access.openid-linked`. */
    link: (person: Person, subject: q.Subject, deed: Deed): Promise<void> =>
      database.transaction((transaction) =>
        addLink(transaction, person, { subject, because: 'by-administrator', ...deed }),
      ),

    /** Takes a link away; false where there was none. */
    unlink: (person: Person, issuer: string, { by, at }: Deed): Promise<boolean> =>
      database.transaction(async (transaction) => {
        const [gone] = (await q.deleteLink(person.id, issuer).execute(transaction.db)).rows
        if (!gone) return false
        const details = { issuer, subject: gone.subject }
        const news = { actor: by, action: 'person.openid-unlinked', about: person.name, details }
        await addAuditEntry(transaction, news, at)
        return true
      }),

    async linksOf(personId: number): Promise<q.OpenIdLink[]> {
      return (await q.linksOf(personId).execute(database.db)).rows
    },
  }
}

function subjectOf({ issuer, subject }: q.Subject): { issuer: string; subject: string } {
  return { issuer, subject }
}

/** Of somebody who has none: nobody knows it, so nobody comes in by it. */
function unusablePassword(): Promise<string> {
  return hashPassword(randomSecret())
}

async function knownHere({ db }: Transaction, identity: Identity) {
  const [linked = null] = (await q.linkedPerson(identity).execute(db)).rows
  const { email, issuer } = identity
  if (linked || email === null) return { linked, named: null }
  const [named = null] = (await q.namedPerson(email, issuer).execute(db)).rows
  return { linked, named }
}

interface Coming {
  readonly identity: Identity
  readonly passwordHash: string
  readonly now: Date
}

/** Who comes in, with the link and the role they have from now on. */
async function comeIn(
  transaction: Transaction,
  admission: Admission,
  { identity, passwordHash, now }: Coming,
): Promise<number> {
  switch (admission.kind) {
    case 'refused':
      throw refused(admission.reason)
    case 'create': {
      const { name, role } = admission
      const news = { name, role, sites: null, passwordHash, oneTimeUntil: null }
      const person = await addPerson(transaction, news, { by: 'openid', at: now })
      await addLink(transaction, person, {
        subject: identity,
        because: 'created',
        by: 'openid',
        at: now,
      })
      return person.id
    }
    case 'link': {
      const { person } = admission
      await addLink(transaction, person, {
        subject: identity,
        because: 'by-email',
        by: 'openid',
        at: now,
      })
      return withRole(transaction, person, { identity, now })
    }
    case 'linked':
      return withRole(transaction, admission.person, { identity, now })
  }
}

/** The provider's word for the role counts from this sign-in on. */
async function withRole(
  transaction: Transaction,
  { id, role }: Person,
  { identity, now }: Pick<Coming, 'identity' | 'now'>,
): Promise<number> {
  if (identity.role === null || identity.role === role) return id
  await changePerson(
    transaction,
    { id, wanted: { role: identity.role } },
    { by: 'openid', at: now },
  )
  return id
}

interface NewLink extends Deed {
  readonly subject: q.Subject
  readonly because: q.LinkedBecause
}

async function addLink(
  transaction: Transaction,
  { id, name }: Person,
  { subject, because, by, at }: NewLink,
): Promise<void> {
  const [made] = (await q.insertLink(subject, id, { because, at }).execute(transaction.db)).rows
  if (!made) throw new AppError('access.openid-linked', { name, subject: subject.subject })
  const details = { ...subjectOf(subject), because }
  const news = { actor: by, action: 'person.openid-linked', about: name, details }
  await addAuditEntry(transaction, news, at)
}

function refused(reason: OpenIdRefusal): AppError {
  return new AppError('access.openid-refused', { reason })
}
