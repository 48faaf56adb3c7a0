import { failureWords } from '../failure-words.ts'
import { listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of Muster's own database. */
export const DATABASE_ERRORS: PhrasesOf<'database'> = {
  'database.unreachable': ({ where, reason }) => ({
    en: `Muster's database at ${where} cannot be reached: ${failureWords(reason).en}. Check that the server is running and that its address, user and password in the configuration are right.`,
    es: `No se puede conectar con la base de datos de Muster en ${where}: ${failureWords(reason).es}. Compruebe que el servidor está en marcha y que su dirección, usuario y contraseña en la configuración son correctos.`,
  }),
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
  'database.no-binaries': ({ tried }) => ({
    en: `No PostgreSQL server that runs on this machine was found. Looked in: ${listWords(tried).en}. Install PostgreSQL, or give the address of a server in the configuration.`,
    es: `No se encontró un servidor PostgreSQL que funcione en esta máquina. Se buscó en: ${listWords(tried).es}. Instale PostgreSQL, o indique la dirección de un servidor en la configuración.`,
  }),
  'database.no-system-user': ({ user, reason }) => ({
    en: `PostgreSQL refuses to run as root, and the system user ${user} for it could not be made: ${failureWords(reason).en}. Create that user, or start Muster from an ordinary account.`,
    es: `PostgreSQL no admite funcionar como root y no se pudo crear para él el usuario del sistema ${user}: ${failureWords(reason).es}. Cree ese usuario, o inicie Muster desde una cuenta de usuario normal.`,
  }),
  'database.start-failed': ({ folder, reason }) => ({
    en: `The database in ${folder} did not start: ${failureWords(reason).en}. Check free space and access rights of that folder and try again; do not delete it, it holds the history.`,
    es: `La base de datos en ${folder} no arrancó: ${failureWords(reason).es}. Compruebe el espacio libre y los permisos de esa carpeta y vuelva a intentarlo; no la borre, guarda el historial.`,
  }),
}
