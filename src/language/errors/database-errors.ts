import type { NeededPostgres, TriedPrograms } from '../../lib/database-failure.ts'
import { type Language, type Phrase, say } from '../language.ts'
import {
  PROGRAMS_REASONS,
  START_REASONS,
  SYSTEM_USER_REASONS,
} from '../reasons/embedded-reasons.ts'
import { UNREACHABLE_REASONS } from '../reasons/unreachable-reasons.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of Muster's own database. */
export const DATABASE_ERRORS: PhrasesOf<'database'> = {
  'database.unreachable': ({ where, reason, said }) => {
    const { en, es } = UNREACHABLE_REASONS[reason]
    const quoted = said === '' ? null : quote(said)
    return {
      en: `Muster's database${where && ` at ${where}`} cannot be reached: ${en}${quoted ? ` (${quoted.en})` : ''}. Check that the server is running and that its address, user and password (DATABASE_URL) are right.`,
      es: `No se puede conectar con la base de datos de Muster${where && ` en ${where}`}: ${es}${quoted ? ` (${quoted.es})` : ''}. Compruebe que el servidor esté en marcha y que su dirección, usuario y contraseña (DATABASE_URL) sean correctos.`,
    }
  },
  'database.too-old': ({ found, floor }) => ({
    en: `The database server is PostgreSQL ${found}, and Muster needs ${floor} or newer. Upgrade the server, or leave its address out of the configuration to use the one that comes with Muster.`,
    es: `El servidor de base de datos es PostgreSQL ${found} y Muster necesita ${floor} o posterior. Actualice el servidor, o quite su dirección de la configuración para usar el que viene con Muster.`,
  }),
  'database.newer-than-program': ({ migration }) => ({
    en: `The database holds the migration ${migration}, which this Muster does not know: a newer Muster has used it. Start that newer version; nothing was changed.`,
    es: `La base de datos contiene la migración ${migration}, que esta versión de Muster no conoce: la usó una más nueva. Inicie esa versión; no se cambió nada.`,
  }),
  'database.migration-changed': ({ migration }) => ({
    en: `The migration ${migration} differs from the one this database was built with. Restore the original file of the release; nothing was changed.`,
    es: `La migración ${migration} no es igual que cuando se creó esta base de datos. Restablezca el archivo original de la versión; no se cambió nada.`,
  }),
  'database.older-than-program': ({ missing }) => ({
    en: `The database lacks what this program needs: ${missing.join(', ')}. Start the program again: it brings the database up to date first.`,
    es: `A la base de datos le falta lo que este programa necesita: ${missing.join(', ')}. Inicie de nuevo el programa: primero pone al día la base de datos.`,
  }),
  'database.migrations-pending': ({ user, pending }) => ({
    en: `The database does not have the shape of this version yet, and the user ${user} may not change it. Run "muster migrate" as the owner (MUSTER_MIGRATE_URL). Still to be done: ${pending.join(', ')}.`,
    es: `La base de datos aún no tiene la forma de esta versión, y el usuario ${user} no puede cambiarla. Ejecute «muster migrate» como dueño (MUSTER_MIGRATE_URL). Falta: ${pending.join(', ')}.`,
  }),
  'database.no-binaries': ({ needed, tried }) => ({
    en: `${notFound(needed).en} Install it, or give the address of a server in the configuration. Looked in:\n${triedLines(tried, 'en')}`,
    es: `${notFound(needed).es} Instálelo, o indique la dirección de un servidor en la configuración. Se buscó en:\n${triedLines(tried, 'es')}`,
  }),
  'database.no-system-user': ({ user, reason, said }) => ({
    en: `PostgreSQL refuses to run as root, and the system user ${user} for it could not be made: ${SYSTEM_USER_REASONS[reason].en}. Create that user, or start Muster from an ordinary account.${saidWords(said).en}`,
    es: `PostgreSQL no admite funcionar como root y no se pudo crear para él el usuario del sistema ${user}: ${SYSTEM_USER_REASONS[reason].es}. Cree ese usuario, o inicie Muster desde una cuenta de usuario normal.${saidWords(said).es}`,
  }),
  'database.start-failed': ({ folder, reason, said }) => ({
    en: `The database in ${folder} did not start: ${START_REASONS[reason].en}. Check free space and access rights of that folder and try again; do not delete it, it holds the history.${saidWords(said).en}`,
    es: `La base de datos en ${folder} no arrancó: ${START_REASONS[reason].es}. Compruebe el espacio libre y los permisos de esa carpeta y vuelva a intentarlo; no la borre, guarda el historial.${saidWords(said).es}`,
  }),
  'database.stop-failed': ({ folder, said }) => ({
    en: `The server of the database in ${folder} was asked to stop and did not do so in time. What was confirmed is kept. If the next command cannot use the database either, end the process postgres of that folder.${saidWords(said).en}`,
    es: `Se pidió al servidor de la base de datos en ${folder} que se detuviera y no lo hizo a tiempo. Lo confirmado se conserva. Si el siguiente comando tampoco puede usar la base de datos, termine el proceso postgres de esa carpeta.${saidWords(said).es}`,
  }),
}

function notFound({ kind, major }: NeededPostgres): Phrase {
  if (kind === 'from') {
    return {
      en: `No PostgreSQL ${major} or newer that runs on this machine was found.`,
      es: `No se encontró ningún PostgreSQL ${major} o posterior que funcione en esta máquina.`,
    }
  }
  return {
    en: `This database was made by PostgreSQL ${major}, and no PostgreSQL ${major} that runs on this machine was found.`,
    es: `Esta base de datos se creó con PostgreSQL ${major} y no se encontró ningún PostgreSQL ${major} que funcione en esta máquina.`,
  }
}

function triedLines(tried: readonly TriedPrograms[], language: Language): string {
  const lines = tried.map(({ place, reason, said }) => {
    const words = say(PROGRAMS_REASONS[reason], language)
    return said === '' ? `- ${place}: ${words}` : `- ${place}: ${words}: ${quote(said)[language]}`
  })
  return lines.join('\n')
}

/** What PostgreSQL or the system said, as it stands; its language is theirs. */
function saidWords(said: string): Phrase {
  if (said === '') return { en: '', es: '' }
  const quoted = quote(said)
  return {
    en: ` PostgreSQL or the system says: ${quoted.en}.`,
    es: ` PostgreSQL o el sistema dice: ${quoted.es}.`,
  }
}

function quote(said: string): Phrase {
  return { en: `"${said}"`, es: `«${said}»` }
}
