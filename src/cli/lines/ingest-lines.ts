import type { EventFault } from '../../events/accept/event.ts'
import type { FaultSummary } from '../../events/accept/faults.ts'
import type { Ingested } from '../../events/ingest/ingest-file.task.ts'
import type { KeptUpload } from '../../events/ingest/queries.ts'
import type { IngestedFile } from '../../jobs/events/ingest.task.ts'
import { eventFaultWords } from '../../language/event-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords, type Noun } from '../../language/list-words.ts'
import { ROWS } from '../../language/noun-words.ts'
import { uploadWarningWords } from '../../language/upload-warning-words.ts'
import type { GivenBack } from '../../reports/rejected/give-back.task.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** How many faults are shown on a terminal; `--json` has the first hundred. */
const SHOWN_FAULTS = 20

const FAULTS: Noun = {
  one: { en: 'fault', es: 'fallo' },
  many: { en: 'faults', es: 'fallos' },
}

/** What came of one file of events. */
export function ingestLines(
  { file, result, givenBack }: IngestedFile,
  language: Language,
): string[] {
  return [
    ...resultLines(file, result, language),
    ...(givenBack === null ? [] : [givenBackLine(givenBack, language)]),
  ]
}

/** Where refused rows were given back. */
export function givenBackLine({ csv, marked }: GivenBack, language: Language): string {
  const also = marked === null ? '' : `, ${marked}`
  const phrase = {
    en: `Refused rows with their reasons: ${csv}${also}`,
    es: `Filas rechazadas con sus motivos: ${csv}${also}`,
  }
  return shownText(`  ${say(phrase, language)}`)
}

function resultLines(file: string, result: Ingested, language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  switch (result.kind) {
    case 'same':
      return [shownText(file), `  ${words(sameWords(result.upload))}`]
    case 'refused':
      return [
        shownText(file),
        `  ${words(refusedWords(result.rows, result.faults))}`,
        ...faultLines(result.faults, language),
      ]
    case 'taken':
      return [
        shownText(file),
        `  ${words(takenWords(result.upload))}`,
        ...warningLines(result.upload, language),
        ...faultLines(result.faults, language),
      ]
  }
}

function sameWords({ id, at, inserted }: KeptUpload): Phrase {
  const [day, many] = [at.toISOString().slice(0, 10), countWords(inserted)]
  return {
    en: `The same file was taken in on ${day} as U${id} (${many.en} events); nothing was done.`,
    es: `El mismo archivo se tomó el ${day} como U${id} (${many.es} eventos); no se hizo nada.`,
  }
}

function refusedWords(rows: number, { total, rows: bad }: FaultSummary): Phrase {
  const [all, faults, refused] = [counted(rows, ROWS), counted(total, FAULTS), countWords(bad)]
  return {
    en: `REFUSED, nothing was written: ${faults.en} in ${refused.en} of ${all.en}. Correct them and send the file again, or take the good rows in with --lenient.`,
    es: `RECHAZADO, no se escribió nada: ${faults.es} en ${refused.es} de ${all.es}. Corríjalos y envíe el archivo de nuevo, o tome las filas buenas con --lenient.`,
  }
}

/** What became of the rows of an upload. */
export function takenWords(upload: KeptUpload): Phrase {
  const { id, rows, inserted, duplicates, conflicts, rejected } = upload
  const all = counted(rows, ROWS)
  const parts = [
    [inserted, 'new', 'nuevos'],
    [duplicates, 'known already', 'ya conocidos'],
    [conflicts, 'with another value than before', 'con otro valor que antes'],
    [rejected, 'refused', 'rechazados'],
  ] as const
  const told = parts.filter(([count], at) => at === 0 || count > 0)
  const en = told.map(([count, word]) => `${countWords(count).en} ${word}`).join(', ')
  const es = told.map(([count, , word]) => `${countWords(count).es} ${word}`).join(', ')
  return { en: `U${id}: ${all.en}: ${en}`, es: `U${id}: ${all.es}: ${es}` }
}

/** What is odd about an upload. */
export function warningLines({ warnings }: KeptUpload, language: Language): string[] {
  return warnings.map((warning) => shownText(`  ${say(uploadWarningWords(warning), language)}`))
}

/** Faults with their places, the first of them. */
export function faultLines(
  { first, total }: Pick<FaultSummary, 'first' | 'total'>,
  language: Language,
): string[] {
  const shown = first.slice(0, SHOWN_FAULTS)
  const rows = shown.map((fault) => [
    placeOf(fault, language),
    fault.column ?? '',
    fault.value,
    say(eventFaultWords(fault.reason), language),
  ])
  const left = total - shown.length
  const more = {
    en: `and ${countWords(left).en} more`,
    es: `y ${countWords(left).es} más`,
  }
  return [...tableLines(rows, [], 4), ...(left > 0 ? [`    ${say(more, language)}`] : [])]
}

function placeOf({ cell, line }: EventFault, language: Language): string {
  return cell ?? say({ en: `line ${line}`, es: `línea ${line}` }, language)
}
