import type { App } from '../../app.ts'
import type { KeyState } from '../../jobs/backup/key-state.ts'
import type { BackupFacts, Restored, RestoreSummary } from '../../jobs/backup/restore.task.ts'
import { type Phrase, say } from '../../language/language.ts'
import { counted } from '../../language/list-words.ts'
import { ROWS } from '../../language/noun-words.ts'
import { megabytes, TABLES } from './backup-lines.ts'

type Voice = Pick<App, 'language' | 'clock' | 'settings'>

/** What a file that was only checked holds. */
export function checkedLines({ file, backup }: RestoreSummary, voice: Voice): string[] {
  const whole = {
    en: `${file} is whole: every row and checksum is as the backup says. Nothing was restored.`,
    es: `${file} está entero: cada fila y cada suma de comprobación es como dice la copia de respaldo. No se restauró nada.`,
  }
  return [whole, madeWords(backup, voice), amountWords(backup)].map((it) => say(it, voice.language))
}

/** What was put back, and what a person has to see to. */
export function restoredLines(
  { file, backup, restored }: RestoreSummary & { readonly restored: Restored },
  voice: Voice,
): string[] {
  const told: Phrase[] = [
    { en: `Restored from ${file}.`, es: `Restaurado desde ${file}.` },
    madeWords(backup, voice),
    amountWords({ ...backup, tables: restored.tables, rows: restored.rows }),
    {
      en: 'Rows and checksums are those of the backup.',
      es: 'Las filas y las sumas son las de la copia de respaldo.',
    },
    ...migratedWords(backup, restored),
    ...leftWords(restored),
    ...zoneWords(backup, voice),
    ...restored.keyFiles.map((name) => ({
      en: `Keys put back: ${name}`,
      es: `Claves restauradas: ${name}`,
    })),
    ...keyStateWords(restored.keys),
  ]
  return told.map((phrase) => say(phrase, voice.language))
}

function madeWords({ madeAt, version, postgres }: BackupFacts, { clock }: Voice): Phrase {
  const at = clock(new Date(madeAt))
  return {
    en: `Everything as it stood at ${at}, backed up by Muster ${version} on PostgreSQL ${postgres}.`,
    es: `Todo como estaba el ${at}, copiado por Muster ${version} en PostgreSQL ${postgres}.`,
  }
}

function amountWords({ tables, rows, bytes }: BackupFacts): Phrase {
  const [held, all, size] = [counted(tables, TABLES), counted(rows, ROWS), megabytes(bytes)]
  return { en: `${held.en}, ${all.en}, ${size.en}.`, es: `${held.es}, ${all.es}, ${size.es}.` }
}

function migratedWords({ migration }: BackupFacts, { migratedTo }: Restored): Phrase[] {
  if (migration === migratedTo) return []
  return [
    {
      en: `The backup was older: brought from ${migration} to ${migratedTo}.`,
      es: `La copia era más antigua: se pasó de ${migration} a ${migratedTo}.`,
    },
  ]
}

function leftWords({ leftAside, endedRuns }: Restored): Phrase[] {
  const [tables, runs] = [leftAside.join(', '), endedRuns.map((id) => `R${id}`).join(', ')]
  const told: Phrase[] = []
  if (tables !== '') {
    told.push({
      en: `Not restored, because these tables are not Muster's: ${tables}`,
      es: `No se restauró, porque estas tablas no son de Muster: ${tables}`,
    })
  }
  if (runs !== '') {
    told.push({
      en: `Runs that had not ended then stand as interrupted now: ${runs}`,
      es: `Las ejecuciones que no habían terminado entonces figuran ahora como interrumpidas: ${runs}`,
    })
  }
  return told
}

function zoneWords({ timeZone }: BackupFacts, { settings }: Voice): Phrase[] {
  if (timeZone === settings.timeZone) return []
  return [
    {
      en: `Its days are those of ${timeZone}, and the configuration says ${settings.timeZone}. Set timeZone to ${timeZone} before the next collection.`,
      es: `Sus días son los de ${timeZone} y la configuración dice ${settings.timeZone}. Ponga ${timeZone} en timeZone antes de la próxima recopilación.`,
    },
  ]
}

function keyStateWords(state: KeyState): Phrase[] {
  if (state.kind === 'nothing-sealed') return []
  if (state.kind === 'opens') {
    return [
      {
        en: 'The key ring has every key that what is sealed needs.',
        es: 'El llavero tiene todas las claves que necesita lo sellado.',
      },
    ]
  }
  const { file } = state
  if (state.kind === 'no-ring') {
    return [
      {
        en: `There is no key ring at ${file}. Put the one of that installation there before anything else: what is sealed stays closed until then, and nothing is collected.`,
        es: `No hay llavero en ${file}. Ponga ahí el de aquella instalación antes que nada: hasta entonces lo sellado no se puede abrir y no se recopila nada.`,
      },
    ]
  }
  const keys = state.keys.join(', ')
  return [
    {
      en: `The key ring ${file} lacks keys that are needed: ${keys}. Put the one of that installation in its place.`,
      es: `Al llavero ${file} le faltan claves necesarias: ${keys}. Ponga en su lugar el de aquella instalación.`,
    },
  ]
}
