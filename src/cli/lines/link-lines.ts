import type { LinkSummary, MachineStory } from '../../jobs/fleet/link-machines.task.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { DECISION_WORDS } from '../../language/match-words.ts'
import { matchingLines } from './matching-lines.ts'
import { questionWords } from './story-lines.ts'
import { shownText } from './terminal-text.ts'

/** How many questions are shown on a terminal; `--json` has all. */
const SHOWN = 50
const NONE: Phrase = {
  en: 'No question is open: every record was matched without doubt, or stands alone.',
  es: 'No hay preguntas abiertas: cada registro se emparejó sin duda, o está solo.',
}
const HOW: Phrase = {
  en: 'To decide: muster link ONE OTHER --by NAME, or muster unlink ONE OTHER --by NAME',
  es: 'Para decidir: muster link UNO OTRO --by NOMBRE, o muster unlink UNO OTRO --by NOMBRE',
}

/** Questions that only a person can decide; in each, `|` stands between machines. */
export function questionLines(questions: MachineStory['ambiguous'], language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  if (questions.length === 0) return [words(NONE)]
  const left = questions.length - SHOWN
  const rest = countWords(left)
  const more = {
    en: `and ${rest.en} more; --json lists them all`,
    es: `y ${rest.es} más; --json las lista todas`,
  }
  return [
    ...questions.slice(0, SHOWN).map((question) => shownText(words(questionWords(question)))),
    ...(left > 0 ? [words(more)] : []),
    '',
    words(HOW),
  ]
}

/** What a person's word on two records came to. */
export function linkLines(
  { one, other, kind, matching }: LinkSummary,
  language: Language,
): string[] {
  const said = kind === null ? null : DECISION_WORDS[kind]
  const phrase: Phrase =
    said === null
      ? {
          en: `Nothing is said of ${one} and ${other} any more`,
          es: `Ya no hay nada dicho de ${one} y ${other}`,
        }
      : { en: `${one} and ${other} ${said.en}`, es: `${one} y ${other} ${said.es}` }
  return [shownText(say(phrase, language)), ...matchingLines(matching, language)]
}
