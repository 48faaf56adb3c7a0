import { PERMISSIONS_OF } from '../../contract/permission.ts'
import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import { AppError } from '../../lib/errors.ts'
import { addAuditEntry } from '../audit/store.ts'
import { forgetTries } from '../lockout/store.ts'
import { passwordFault } from '../password/password-rules.ts'
import { hashPassword } from '../secret/password-hash.ts'
import { oneTimePassword } from '../secret/random-secret.ts'
import { endSignIns } from '../sign-in/queries.ts'
import * as q from './queries.ts'

/** A password that lets somebody in once, to choose their own. */
export interface OneTimePassword {
  readonly name: string
  readonly password: string
  readonly until: Date
}

/** What somebody does, and when. */
export interface Deed {
  /** Who does it. */
  readonly by: string
  readonly at: Date
}

const FIRST_NAME = 'admin'
const ONE_TIME_MS = 86_400_000

/** People who may sign in, and what they may do. */
export function peopleStore(database: Pick<Database, 'db' | 'transaction'>) {
  const { db } = database
  return {
    async list(): Promise<q.KnownPerson[]> {
      return (await q.allPeople().execute(db)).rows
    },

    /** By the name they sign in with. Throws `access.person-not-found`. */
    async getByName(name: string): Promise<q.Person> {
      const [person] = (await q.personByName(name.trim().toLowerCase()).execute(db)).rows
      return person ?? notFound(name)
    },

    /** The administrator that a fresh installation begins with; null where there are people already. */
    async createFirst(at: Date): Promise<OneTimePassword | null> {
      if (!(await isEmpty(database))) return null
      const given = { name: FIRST_NAME, ...oneTime(at) }
      const passwordHash = await hashPassword(given.password)
      return database.transaction(async (transaction) => {
        await q.lockPeople().execute(transaction.db)
        if (!(await isEmpty(transaction))) return null // another server was first
        const person = { name: FIRST_NAME, role: 'administrator', sites: null } as const
        const news = { ...person, passwordHash, oneTimeUntil: given.until }
        await addPerson(transaction, news, { by: 'system', at })
        return given
      })
    },

    /** Changes what a person may do. Throws `access.person-not-found`, `access.last-administrator`, `access.administrator-everywhere`. */
    change: (id: number, wanted: Partial<q.PersonRights>, deed: Deed): Promise<q.Person> =>
      database.transaction(async (transaction) => {
        await q.lockPeople().execute(transaction.db)
        return changePerson(transaction, { id, wanted }, deed)
      }),

    /** Takes a person's password away for one that must be changed at once, and signs them out. */
    async giveOneTimePassword(id: number, { by, at }: Deed): Promise<OneTimePassword> {
      const { password, until } = oneTime(at)
      const passwordHash = await hashPassword(password)
      return database.transaction(async (transaction) => {
        const { name } = await getPerson(transaction, id)
        await q.updatePassword(id, passwordHash, until).execute(transaction.db)
        await endSignIns(id, 'by-administrator', at).execute(transaction.db)
        await forgetTries(transaction, name)
        const details = { until: until.toISOString() }
        const news = { actor: by, action: 'person.one-time-password', about: name, details }
        await addAuditEntry(transaction, news, at)
        return { name, password, until }
      })
    },

    /** Adds somebody who chose their own password. Throws `access.password-unfit`, `access.name-taken`. */
    async register(name: string, password: string, at: Date): Promise<q.Person> {
      const passwordHash = await fitPasswordHash(password, name)
      const news = { name, role: 'viewer', sites: null, passwordHash, oneTimeUntil: null } as const
      return database.transaction((transaction) => addPerson(transaction, news, { by: name, at }))
    },
  }
}

/** Changes what a person may do, with people locked. Throws what `change` does. */
export async function changePerson(
  transaction: Transaction,
  { id, wanted }: { readonly id: number; readonly wanted: Partial<q.PersonRights> },
  { by, at }: Deed,
): Promise<q.Person> {
  const before = await getPerson(transaction, id)
  const rights = { ...rightsIn(before), ...wanted }
  assertGrantable(before.name, rights)
  const [after] = (await q.updatePerson(id, rights).execute(transaction.db)).rows
  await assertAdministered(transaction, before.name)
  if (rights.isDisabled && !before.isDisabled) {
    await endSignIns(id, 'disabled', at).execute(transaction.db)
  }
  const details = { ...rights, before: JSON.stringify(rightsIn(before)) }
  const news = { actor: by, action: 'person.changed', about: before.name, details }
  await addAuditEntry(transaction, news, at)
  return after ?? notFound(id)
}

/** Adds a person. Throws `access.name-taken`. */
export async function addPerson(
  transaction: Transaction,
  news: q.NewPerson,
  { by, at }: Deed,
): Promise<q.Person> {
  const { name, role, sites } = news
  const [person] = (await q.insertPerson(news, at).execute(transaction.db)).rows
  if (!person) throw new AppError('access.name-taken', { name })
  const entry = { actor: by, action: 'person.added', about: name, details: { role, sites } }
  await addAuditEntry(transaction, entry, at)
  return person
}

/** A password as it is kept. Throws `access.password-unfit` for one that nobody should have. */
export function fitPasswordHash(password: string, name: string): Promise<string> {
  const fault = passwordFault(password, name)
  if (fault) throw new AppError('access.password-unfit', { fault })
  return hashPassword(password)
}

/** Throws `access.administrator-everywhere`: who gives access to all sites is not limited to some. */
export function assertGrantable(
  name: string,
  { role, sites }: Pick<q.PersonRights, 'role' | 'sites'>,
): void {
  if (sites === null || !PERMISSIONS_OF[role].includes('administer')) return
  throw new AppError('access.administrator-everywhere', { name })
}

async function getPerson({ db }: Pick<Transaction, 'db'>, id: number): Promise<q.Person> {
  const [person] = (await q.personById(id).execute(db)).rows
  return person ?? notFound(id)
}

function notFound(person: string | number): never {
  throw new AppError('access.person-not-found', { person: `${person}` })
}

async function isEmpty({ db }: Pick<Transaction, 'db'>): Promise<boolean> {
  return (await q.countPeople().execute(db)).rows[0]?.count === 0
}

/** Throws `access.last-administrator` when nobody is left who could give access. */
async function assertAdministered({ db }: Transaction, name: string): Promise<void> {
  const { count = 0 } = (await q.countAdministrators().execute(db)).rows[0] ?? {}
  if (count === 0) throw new AppError('access.last-administrator', { name })
}

function rightsIn({ role, sites, isDisabled }: q.Person): q.PersonRights {
  return { role, sites, isDisabled }
}

function oneTime(at: Date): Omit<OneTimePassword, 'name'> {
  return { password: oneTimePassword(), until: new Date(at.getTime() + ONE_TIME_MS) }
}
