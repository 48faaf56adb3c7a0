import type { RuntimeRole } from '../../db/runtime-role.ts'
import { fine, odd, type Remark } from './remark.ts'
import { bytesWords } from './sizes.ts'

/** What a database says of itself. */
export interface DatabaseFacts {
  /** Where it is, without a password. */
  readonly where: string
  readonly version: string
  readonly bytes: number
  /** Whether what is confirmed outlives a power cut. */
  readonly isDurable: boolean
  /** Migrations of this program that are still to be done, by name. */
  readonly pending: readonly string[]
  readonly role: RuntimeRole
  readonly isProduction: boolean
  /** Ours alone, started by Muster: its role is the administrator by design. */
  readonly isOwn: boolean
}

const DATABASE = { subject: 'database' }

/** A database that answers: how it is kept, its shape, and what we may do in it. */
export function judgeDatabase(facts: DatabaseFacts): Remark[] {
  return [judgeServer(facts), judgeShape(facts), judgeRole(facts)]
}

function judgeServer({ where, version, bytes, isDurable }: DatabaseFacts): Remark {
  const text = `PostgreSQL ${version}, ${where}, ${bytesWords(bytes)}`
  const says = { en: text, es: text }
  if (isDurable) return fine(DATABASE, says)
  return odd(DATABASE, says, {
    en: 'fsync, full_page_writes or synchronous_commit is off, so a power cut may cost confirmed rows or the whole database. Set all three to on.',
    es: 'fsync, full_page_writes o synchronous_commit está en off, así que un corte de corriente puede costar filas confirmadas o toda la base. Ponga los tres en on.',
  })
}

function judgeShape({ pending, role }: DatabaseFacts): Remark {
  if (pending.length === 0) {
    return fine(DATABASE, {
      en: 'has the shape of this version',
      es: 'tiene la forma de esta versión',
    })
  }
  const names = pending.join(', ')
  const says = { en: `still to be done: ${names}`, es: `falta por hacer: ${names}` }
  const todo = role.ownsTables
    ? {
        en: 'Make a backup with the version that was at work before, then run "muster migrate".',
        es: 'Haga una copia con la versión anterior y luego ejecute «muster migrate».',
      }
    : {
        en: 'Make a backup with the version that was at work before, then run "muster migrate" with MUSTER_MIGRATE_URL of the owner of the tables.',
        es: 'Haga una copia con la versión anterior y luego ejecute «muster migrate» con MUSTER_MIGRATE_URL del dueño de las tablas.',
      }
  return odd(DATABASE, says, todo)
}

function judgeRole({ role, isOwn, isProduction }: DatabaseFacts): Remark {
  const { name, isSuperuser, createsRoles, ownsTables } = role
  const says = { en: `works as ${name}`, es: `trabaja como ${name}` }
  const isTooMighty = isSuperuser || createsRoles || ownsTables
  if (isOwn || !isTooMighty || !isProduction) return fine(DATABASE, says)
  return odd(DATABASE, says, {
    en: 'This role may do more than Muster needs, and in production no server starts with it. Use muster_app of deploy/database/roles.sql.',
    es: 'Este rol puede más de lo que Muster necesita y en producción ningún servidor se inicia con él. Use muster_app de deploy/database/roles.sql.',
  })
}
