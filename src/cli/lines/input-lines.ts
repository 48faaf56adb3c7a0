import type { Hold } from '../collect/completeness.ts'
import type { InputSummary } from '../jobs/main-job.task.ts'
import { NOTE_WORDS, REJECTION_WORDS } from '../language/delivery-words.ts'
import { explain } from '../language/error-words.ts'
import { type Language, say } from '../language/language.ts'

/** How many faults of one input are shown on a terminal; all of them are in `--json`. */
const SHOWN_FAULTS = 20

/** What was read of each input and what is wrong with it, line by line. */
export function inputLines(inputs: readonly InputSummary[], language: Language): string[] {
  return inputs.flatMap((input) => {
    const { rejections, notes, holds, failure } = input
    const more = rejections.length - SHOWN_FAULTS
    return [
      `${input.source}: ${input.origin ?? ''}`,
      `  ${say(recordsRead(input.records, rejections.length), language)}`,
      ...(failure ? [`  ${explain(failure, language)}`] : []),
      ...holds.map((hold) => `  ${say(holdWords(hold), language)}`),
      ...rejections
        .slice(0, SHOWN_FAULTS)
        .map(
          ({ place, code, raw }) => `  ${place}: ${say(REJECTION_WORDS[code], language)} ${raw}`,
        ),
      ...(more > 0 ? [`  ${say(moreFaults(more), language)}`] : []),
      ...notes.map(({ code, detail }) => `  ${say(NOTE_WORDS[code], language)} ${detail}`),
    ]
  })
}

function recordsRead(records: number, refused: number) {
  return {
    en: `${records} records read, ${refused} refused`,
    es: `${records} registros leídos, ${refused} rechazados`,
  }
}

function moreFaults(count: number) {
  return {
    en: `and ${count} more; --json lists them all`,
    es: `y ${count} más; --json los lista todos`,
  }
}

/** Why a delivery is held, as a sentence. */
function holdWords(hold: Hold) {
  switch (hold.code) {
    case 'empty':
      return { en: 'held: it came empty', es: 'retenido: llegó vacío' }
    case 'header-not-found':
      return {
        en: `held: no header row; missing ${hold.missing.join(', ')}`,
        es: `retenido: no hay fila de encabezados; falta ${hold.missing.join(', ')}`,
      }
    case 'shrunk':
      return {
        en: `held: ${hold.now} records, ${hold.before} at the last accepted run`,
        es: `retenido: ${hold.now} registros, ${hold.before} en la última ejecución aceptada`,
      }
  }
}
