import { listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of Muster's own database. */
export const DATABASE_ERRORS: PhrasesOf<'database'> = {
  'database.unreachable': ({ where, reason }) => ({
    en: `Muster's database at ${where} cannot be reached: ${reason}. Check that the server is running and that its address, user and password in the configuration are right.`,
    es: `No se puede llegar a la base de datos de Muster en ${where}: ${reason}. Compruebe que el servidor está en marcha y que su dirección, usuario y contraseña en la configuración son correctos.`,
  }),
  'database.too-old': ({ found, floor }) => ({
    en: `The database server is PostgreSQL ${found}, and Muster needs ${floor} or newer. Upgrade the server, or leave its address out of the configuration to use the one that comes with Muster.`,
    es: `El servidor de base de datos es PostgreSQL ${found} y Muster necesita ${floor} o posterior. Actualice el servidor, o quite su dirección de la configuración para usar el que viene con Muster.`,
  }),
  'database.newer-than-program': ({ migration }) => ({
    en: `The database holds the migration ${migration}, which this Muster does not know: a newer Muster has used it. Start that newer version; nothing was changed.`,
    es: `La base de datos contiene la migración ${migration}, que este Muster no conoce: la usó un Muster más nuevo. Inicie esa versión; no se cambió nada.`,
  }),
  'database.migration-changed': ({ migration }) => ({
    en: `The migration ${migration} differs from the one this database was built with. Restore the original file of the release; nothing was changed.`,
    es: `La migración ${migration} difiere de aquella con la que se construyó esta base de datos. Restituya el archivo original de la versión; no se cambió nada.`,
  }),
  'database.no-binaries': ({ tried }) => ({
    en: `No PostgreSQL server that runs on this machine was found. Looked in: ${listWords(tried).en}. Install PostgreSQL, or give the address of a server in the configuration.`,
    es: `No se encontró un servidor PostgreSQL que funcione en esta máquina. Se buscó en: ${listWords(tried).es}. Instale PostgreSQL, o indique la dirección de un servidor en la configuración.`,
  }),
  'database.no-system-user': ({ user, reason }) => ({
    en: `PostgreSQL refuses to run as root, and the system user ${user} for it could not be made: ${reason}. Create that user, or start Muster from an ordinary account.`,
    es: `PostgreSQL se niega a funcionar como root y no se pudo crear para él el usuario de sistema ${user}: ${reason}. Cree ese usuario, o inicie Muster con una cuenta corriente.`,
  }),
  'database.start-failed': ({ folder, reason }) => ({
    en: `The database in ${folder} did not start: ${reason}. Check free space and access rights of that folder and try again; do not delete it, it holds the history.`,
    es: `La base de datos en ${folder} no arrancó: ${reason}. Compruebe el espacio libre y los permisos de esa carpeta y vuelva a intentarlo; no la borre, guarda el historial.`,
  }),
}
