import { failureWords } from '../failure-words.ts'
import type { Phrase } from '../language.ts'
import { listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of the OCS Inventory database. */
export const OCS_ERRORS: PhrasesOf<'ocs'> = {
  'ocs.unreachable': ({ where, reason }) => ({
    en: `OCS at ${where} cannot be reached: ${failureWords(reason).en}. Check the address in the configuration, the network and that the database is there.`,
    es: `No se puede conectar con OCS en ${where}: ${failureWords(reason).es}. Compruebe la dirección en la configuración, la red y que la base de datos exista.`,
  }),
  'ocs.refused': ({ where, user, reason }) => ({
    en: `OCS at ${where} refuses ${account(user).en}: ${failureWords(reason).en}. Check the user, the password (MUSTER_OCS_PASSWORD, or a file named by MUSTER_OCS_PASSWORD_FILE), and that the account may read the OCS tables.`,
    es: `OCS en ${where} rechaza ${account(user).es}: ${failureWords(reason).es}. Compruebe el usuario, la contraseña (MUSTER_OCS_PASSWORD, o un archivo indicado en MUSTER_OCS_PASSWORD_FILE) y que la cuenta pueda leer las tablas de OCS.`,
  }),
  'ocs.not-ocs': ({ where, missing }) => ({
    en: `The database at ${where} is not one of OCS Inventory: it lacks ${listWords(missing.map((it) => failureWords(it).en)).en}. Check the name of the database in the configuration.`,
    es: `La base de datos en ${where} no es de OCS Inventory: le falta ${listWords(missing.map((it) => failureWords(it).es)).es}. Compruebe el nombre de la base de datos en la configuración.`,
  }),
  'ocs.field-not-found': ({ field, fields }) => ({
    en: `OCS has no administrative field named exactly "${field}", or several fields share that label. The fields it has: ${listWords(fields).en}. Put the right name in the configuration as inventoryField.`,
    es: `OCS no tiene un campo administrativo llamado exactamente «${field}», o varios campos llevan esa etiqueta. Los campos que tiene: ${listWords(fields).es}. Ponga el nombre correcto en la configuración como inventoryField.`,
  }),
  'ocs.read-only': ({ where, user, reason }) => ({
    en: `TAGs cannot be written to OCS at ${where} by ${account(user).en}: ${failureWords(reason).en}. Nothing was written. If a right is missing, give the account the one to update accountinfo.TAG; the page of the OCS source holds the statement.`,
    es: `No se pueden escribir TAG en OCS en ${where} con ${account(user).es}: ${failureWords(reason).es}. No se escribió nada. Si falta un derecho, conceda a la cuenta el de actualizar accountinfo.TAG; la página de la fuente OCS trae la sentencia.`,
  }),
  'ocs.lost': ({ where, reason }) => ({
    en: `The connection to OCS at ${where} broke: ${failureWords(reason).en}. What was not confirmed counts as not done. Check the network and run the same command again; it continues safely.`,
    es: `Se rompió la conexión con OCS en ${where}: ${failureWords(reason).es}. Lo que no se confirmó se da por no hecho. Compruebe la red y repita el mismo comando; continuará sin riesgo.`,
  }),
  'ocs.busy': ({ where, reason }) => ({
    en: `OCS at ${where} is busy: another session holds what was to be written (${failureWords(reason).en}). Nothing of this batch was written. Try again in a few minutes.`,
    es: `OCS en ${where} está ocupado: otra sesión tiene bloqueado lo que se iba a escribir (${failureWords(reason).es}). No se escribió nada de este lote. Vuelva a intentarlo en unos minutos.`,
  }),
}

/** An SQLite file has no accounts, so its failures name none. */
function account(user: string): Phrase {
  return user === ''
    ? { en: 'this account', es: 'esta cuenta' }
    : { en: `the account ${user}`, es: `la cuenta ${user}` }
}
