import { randomBytes } from 'node:crypto'
import { peopleStore } from '../../src/access/people/store.ts'
import type { Database } from '../../src/db/database.ts'

/** Somebody who may see every screen. */
export interface BenchPerson {
  readonly name: string
  readonly password: string
}

/** Gives somebody access to an installation. */
export async function makePerson(database: Database): Promise<BenchPerson> {
  const person = { name: 'bench', password: randomBytes(24).toString('base64url') }
  const people = peopleStore(database)
  const at = new Date()
  const { id } = await people.register(person.name, person.password, at)
  await people.change(id, { role: 'administrator' }, { by: 'system', at })
  return person
}
