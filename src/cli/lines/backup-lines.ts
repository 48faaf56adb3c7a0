import type { App } from '../../app.ts'
import type { BackupSummary } from '../../jobs/backup/back-up.task.ts'
import { type Phrase, say } from '../../language/language.ts'
import { counted, type Noun } from '../../language/list-words.ts'
import { ROWS } from '../../language/noun-words.ts'

/** What a backup came to, and what must be kept beside it. */
export function backupLines(
  { file, fileBytes, asOf, tables, rows, bytes, ...summary }: BackupSummary,
  { language, clock }: Pick<App, 'language' | 'clock'>,
): string[] {
  const [size, unpacked, all] = [megabytes(fileBytes), megabytes(bytes), counted(rows, ROWS)]
  const [held, at] = [counted(tables, TABLES), clock(new Date(asOf))]
  const told: Phrase[] = [
    {
      en: `Backup written: ${file} (${size.en}, unpacked ${unpacked.en})`,
      es: `Copia de respaldo escrita: ${file} (${size.es}, sin comprimir ${unpacked.es})`,
    },
    {
      en: `Everything as it stood at ${at}: ${held.en}, ${all.en}; migration ${summary.migration}, PostgreSQL ${summary.postgres}.`,
      es: `Todo como estaba el ${at}: ${held.es}, ${all.es}; migración ${summary.migration}, PostgreSQL ${summary.postgres}.`,
    },
    keyWords(summary),
  ]
  return told.map((phrase) => say(phrase, language))
}

export const TABLES: Noun = {
  one: { en: 'table', es: 'tabla' },
  many: { en: 'tables', es: 'tablas' },
}

/** @example megabytes(1_234_567) // => '1.2 MB', '1,2 MB' */
export function megabytes(bytes: number): Phrase {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  const figure = bytes / 1_000_000
  return {
    en: `${figure.toLocaleString('en-US', digits)} MB`,
    es: `${figure.toLocaleString('es-ES', digits)} MB`,
  }
}

function keyWords({ hasKeys, keysBeside }: Pick<BackupSummary, 'hasKeys' | 'keysBeside'>): Phrase {
  if (hasKeys) {
    return {
      en: 'The keys are in it, sealed with the passphrase. Keep the passphrase elsewhere: without it they stay closed.',
      es: 'Las claves están dentro, selladas con la contraseña. Guarde la contraseña en otro lugar: sin ella no se abren.',
    }
  }
  if (keysBeside.length === 0) {
    return { en: 'There are no keys yet.', es: 'Aún no hay claves.' }
  }
  const files = keysBeside.join(', ')
  return {
    en: `The keys are not in it. Keep a copy of ${files} in another place: without the key ring, what vendors sent and files of events stay closed.`,
    es: `Las claves no están dentro. Guarde una copia de ${files} en otro lugar: sin el llavero, lo que enviaron los proveedores y los archivos de eventos no se pueden abrir.`,
  }
}
