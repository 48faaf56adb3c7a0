import { NOTE_WORDS, REJECTION_WORDS } from '../../language/delivery-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import type { Rejection, SourceNote } from '../../sources/source.ts'
import { type Faults, faultLines } from './fault-lines.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** How many refused rows of one source are shown on a terminal; all of them are in `--json`. */
const SHOWN_FAULTS = 20

/** What was wrong with one delivery, and what was odd about it. */
export interface Delivery extends Faults {
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
}

/** Why a delivery is not in the history, the rows that were refused, and remarks; none when all was well. */
export function deliveryLines(delivery: Delivery, language: Language): string[] {
  const { rejections, notes } = delivery
  const words = (phrase: Phrase) => say(phrase, language)
  const shown = rejections.slice(0, SHOWN_FAULTS)
  const left = rejections.length - shown.length
  return [
    ...faultLines(delivery, language).map((line) => `  ${line}`),
    ...tableLines(shown.map(({ place, code, raw }) => [place, words(REJECTION_WORDS[code]), raw])),
    ...(left > 0 ? [`  ${words(moreFaults(left))}`] : []),
    ...notes.map(({ code, place, detail }) =>
      shownText(`  ${words(NOTE_WORDS[code])}: ${place}${detail === '' ? '' : ` (${detail})`}`),
    ),
  ]
}

function moreFaults(left: number): Phrase {
  return {
    en: `and ${left} more; --json lists them all`,
    es: `y ${left} más; --json los lista todos`,
  }
}
