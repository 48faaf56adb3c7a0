import { failureWords } from '../failure-words.ts'
import type { Phrase } from '../language.ts'
import { countWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

const NOTHING_RESTORED: Phrase = { en: 'Nothing was restored.', es: 'No se restauró nada.' }

/** Failures of backups, and of putting them back. */
export const BACKUP_ERRORS: PhrasesOf<'backup'> = {
  'backup.exists': ({ file }) => ({
    en: `${file} already exists and was left as it is. Choose another name, or use --replace.`,
    es: `${file} ya existe y se dejó como está. Elija otro nombre o use --replace.`,
  }),
  'backup.unwritable': ({ file, reason }) => ({
    en: `The backup ${file} could not be written: ${failureWords(reason).en}. Choose a folder with room that this account may write to; no part of it was left behind.`,
    es: `No se pudo escribir la copia de respaldo ${file}: ${failureWords(reason).es}. Elija una carpeta con espacio en la que esta cuenta pueda escribir; no quedó ninguna parte de ella.`,
  }),
  'backup.unreadable': ({ file, reason }) => ({
    en: `The backup ${file} could not be read: ${failureWords(reason).en}. Check its name, and that this account may read it.`,
    es: `No se pudo leer la copia de respaldo ${file}: ${failureWords(reason).es}. Compruebe su nombre y que esta cuenta pueda leerla.`,
  }),
  'backup.not-a-backup': ({ file }) => ({
    en: `${file} is no backup of Muster, or its end is missing. ${NOTHING_RESTORED.en} Use a whole file that "muster backup" wrote.`,
    es: `${file} no es una copia de respaldo de Muster, o le falta el final. ${NOTHING_RESTORED.es} Use un archivo entero escrito por «muster backup».`,
  }),
  'backup.damaged': ({ file, part }) => ({
    en: `The backup ${file} is damaged: its part ${part} is not as it was written. ${NOTHING_RESTORED.en} Use another copy of it, or an older backup.`,
    es: `La copia de respaldo ${file} está dañada: su parte ${part} no está como se escribió. ${NOTHING_RESTORED.es} Use otra copia de ella o una copia de respaldo anterior.`,
  }),
  'backup.newer-format': ({ file, found, known }) => ({
    en: `The backup ${file} has format ${found}, and this Muster reads up to ${known}. ${NOTHING_RESTORED.en} Use the Muster that made it, or a newer one.`,
    es: `La copia de respaldo ${file} tiene el formato ${found} y esta versión de Muster lee hasta el ${known}. ${NOTHING_RESTORED.es} Use la versión que la hizo o una más nueva.`,
  }),
  'backup.unknown-migration': ({ migration, version }) => ({
    en: `The backup was made with the migration ${migration}, which this Muster does not know. ${NOTHING_RESTORED.en} Use Muster ${version}, which made it, or a newer one.`,
    es: `La copia de respaldo se hizo con la migración ${migration}, que esta versión de Muster no conoce. ${NOTHING_RESTORED.es} Use Muster ${version}, que la hizo, o una más nueva.`,
  }),
  'backup.migration-differs': ({ migration, version }) => ({
    en: `The migration ${migration} differs from the one the backup was made with. ${NOTHING_RESTORED.en} Use the original files of Muster ${version}.`,
    es: `La migración ${migration} no es igual que cuando se hizo la copia de respaldo. ${NOTHING_RESTORED.es} Use los archivos originales de Muster ${version}.`,
  }),
  'backup.target-not-empty': ({ tables }) => {
    const list = (language: 'en' | 'es') =>
      tables.map(({ table, rows }) => `- ${table}: ${countWords(rows)[language]}`).join('\n')
    return {
      en: `The database is not empty, and a backup goes into an empty one only. Nothing was changed. Name another dataFolder, or a new database. Rows in it:\n${list('en')}`,
      es: `La base de datos no está vacía, y una copia de respaldo solo se restaura en una vacía. No se cambió nada. Indique otro dataFolder o una base de datos nueva. Filas que contiene:\n${list('es')}`,
    }
  },
  'backup.target-ahead': ({ found, needed }) => ({
    en: `The database has no data yet but already the shape of ${found}, and the backup needs that of ${needed}. Nothing was changed. Name another dataFolder, or a new database that no Muster has opened.`,
    es: `La base de datos aún no tiene datos, pero ya tiene la forma de ${found}, y la copia de respaldo necesita la de ${needed}. No se cambió nada. Indique otro dataFolder o una base de datos nueva que ningún Muster haya abierto.`,
  }),
  'backup.passphrase-needed': ({ file }) => ({
    en: `A passphrase is needed for the keys in ${file}. Put it in MUSTER_BACKUP_PASSPHRASE, or the file that holds it in MUSTER_BACKUP_PASSPHRASE_FILE; or restore without the keys (--without-keys).`,
    es: `Hace falta una contraseña para las claves de ${file}. Póngala en MUSTER_BACKUP_PASSPHRASE, o el archivo que la contiene en MUSTER_BACKUP_PASSPHRASE_FILE; o restaure sin las claves (--without-keys).`,
  }),
  'backup.passphrase-short': ({ least }) => ({
    en: `The passphrase of a backup has at least ${least} characters: whoever has the file may try as long as they like. Choose a longer one.`,
    es: `La contraseña de una copia de respaldo tiene al menos ${least} caracteres: quien tenga el archivo puede probar cuanto quiera. Elija una más larga.`,
  }),
  'backup.passphrase-wrong': ({ file }) => ({
    en: `The keys in ${file} do not open: the passphrase is another one, or they are damaged. ${NOTHING_RESTORED.en}`,
    es: `Las claves de ${file} no se abren: la contraseña es otra o están dañadas. ${NOTHING_RESTORED.es}`,
  }),
  'backup.keys-in-place': ({ file }) => ({
    en: `${file} already holds other keys than the backup. ${NOTHING_RESTORED.en} Move that file away, or restore without the keys (--without-keys).`,
    es: `${file} ya contiene otras claves que la copia de respaldo. ${NOTHING_RESTORED.es} Mueva ese archivo a otro lugar o restaure sin las claves (--without-keys).`,
  }),
  'backup.keys-changed': ({ file }) => ({
    en: `The keys in ${file} were changed at the moment the backup began. Nothing was written; run it again.`,
    es: `Las claves de ${file} cambiaron en el momento en que empezaba la copia de respaldo. No se escribió nada; vuelva a ejecutarla.`,
  }),
  'backup.stopped': ({ file }) => ({
    en: `Restoring ${file} was stopped on request. ${NOTHING_RESTORED.en}`,
    es: `La restauración de ${file} se detuvo a petición. ${NOTHING_RESTORED.es}`,
  }),
}
