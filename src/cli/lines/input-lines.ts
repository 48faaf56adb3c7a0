import type { Hold } from '../../collect/completeness.ts'
import type { InputSummary } from '../../jobs/read-books.task.ts'
import { NOTE_WORDS, REJECTION_WORDS } from '../../language/delivery-words.ts'
import { explain } from '../../language/error-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords } from '../../language/list-words.ts'
import { READ, RECORDS, REFUSED } from '../../language/noun-words.ts'
import { sourceWords } from '../../language/report-words.ts'
import type { SourceNote } from '../../sources/source.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** How many faults of one input are shown on a terminal; all of them are in `--json`. */
const SHOWN_FAULTS = 20

/** What was read of each input and what is wrong with it, line by line. */
export function inputLines(inputs: readonly InputSummary[], language: Language): string[] {
  return inputs.flatMap((input) => {
    const { rejections, notes, holds, failure } = input
    const shown = rejections.slice(0, SHOWN_FAULTS)
    const more = rejections.length - shown.length
    return [
      `${say(sourceWords(input.source), language)}: ${failure ? say(UNREAD, language) : shownText(input.origin ?? '-')}`,
      ...(failure || holds.some(({ code }) => code === 'header-not-found')
        ? []
        : [`  ${say(recordsRead(input.records, rejections.length), language)}`]),
      ...(failure ? [`  ${explain(failure, language)}`] : []),
      ...holds.map((hold) => `  ${say(holdWords(hold, input.collection), language)}`),
      ...tableLines(
        shown.map(({ place, code, raw }) => [place, say(REJECTION_WORDS[code], language), raw]),
      ),
      ...(more > 0 ? [`  ${say(moreFaults(more), language)}`] : []),
      ...notes.map((note) => `  ${say(NOTE_WORDS[note.code], language)}${whereOf(note)}`),
      '',
    ]
  })
}

/** Instead of where it was read; the cause follows, and there is nothing to count. */
const UNREAD: Phrase = { en: 'could not be read', es: 'no se pudo leer' }

/** Where a remark applies, and to how much. */
function whereOf({ place, detail }: SourceNote): string {
  return shownText(`${place === '' ? '' : `: ${place}`}${detail === '' ? '' : ` (${detail})`}`)
}

function recordsRead(records: number, refused: number) {
  const [taken, left] = [counted(records, READ), counted(refused, REFUSED)]
  return {
    en: `${taken.en}, ${left.en}`,
    es: `${taken.es}, ${left.es}`,
  }
}

function moreFaults(count: number) {
  return {
    en: `and ${count} more; --json lists them all`,
    es: `y ${count} más; --json los lista todos`,
  }
}

/** Why a delivery is held, as a sentence, and how it is accepted. */
function holdWords(hold: Hold, collection: number) {
  switch (hold.code) {
    case 'empty':
      return {
        en: `HELD: it came empty. If that is right: muster accept C${collection} --by NAME`,
        es: `RETENIDO: llegó vacío. Si es correcto: muster accept C${collection} --by NOMBRE`,
      }
    case 'header-not-found':
      return {
        en: `HELD: no header row; missing ${hold.missing.join(', ')}. Correct the file, or pin headerRow and columns in the configuration`,
        es: `RETENIDO: no hay fila de encabezados; falta ${hold.missing.join(', ')}. Corrija el archivo, o fije headerRow y columns en la configuración`,
      }
    case 'shrunk':
      return {
        en: `HELD: ${counted(hold.now, RECORDS).en}, ${countWords(hold.before).en} at the last accepted run. If that is right: muster accept C${collection} --by NAME`,
        es: `RETENIDO: ${counted(hold.now, RECORDS).es}, ${countWords(hold.before).es} en la última ejecución aceptada. Si es correcto: muster accept C${collection} --by NOMBRE`,
      }
  }
}
