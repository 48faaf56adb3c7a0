import type { DecisionSummary } from '../../jobs/findings/decide.task.ts'
import {
  type DecisionWord,
  FINDING_DECISION_WORDS,
  FINDING_STATE_WORDS,
} from '../../language/finding-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords } from '../../language/list-words.ts'
import type { Word } from '../../reconcile/findings/life-cycle.ts'
import { shownText } from './terminal-text.ts'

/** How many findings are named; `--json` has all. */
const NAMED = 20

/** What was said of which findings, and of which it could not be said. */
export function decidedLines(summary: DecisionSummary, language: Language): string[] {
  const { said, refused } = summary
  return [
    shownText(say(saidWords(summary), language)),
    ...(said.length === 0 ? [] : [`  ${namesOf(said)}`]),
    ...refusedLines(refused, language),
  ]
}

/** What would be said of which; `isWaiting`: it is, once the person says yes. */
export function wouldLines(
  summary: DecisionSummary,
  isWaiting: boolean,
  language: Language,
): string[] {
  const yes = { en: 'To say it: the same with --yes', es: 'Para decirlo: lo mismo con --yes' }
  return [
    say({ en: 'Nothing was said. It would be:', es: 'No se dijo nada. Sería:' }, language),
    ...decidedLines(summary, language).map((line) => `  ${line}`),
    ...(isWaiting ? [say(yes, language)] : []),
  ]
}

/** The filter lists nothing. */
export function nothingLines(language: Language): string[] {
  const none = {
    en: 'No finding is listed by that filter, so nothing was said.',
    es: 'Ese filtro no lista ninguna discrepancia, así que no se dijo nada.',
  }
  return [say(none, language)]
}

function saidWords({ word, by, said }: DecisionSummary): Phrase {
  const count = counted(said.length, FINDING_DECISION_WORDS[decisionWord(word)])
  const { en, es } = detailWords(word)
  return { en: `${count.en}${en}, by ${by}`, es: `${count.es}${es}, según ${by}` }
}

function decisionWord({ kind, words }: Word): DecisionWord {
  if (kind === 'assigned' && words === null) return 'released'
  return kind === 'noted' && words === null ? 'note-removed' : kind
}

/** The day, owner, note or reason that belongs to a word. */
function detailWords(word: Word): Phrase {
  const { kind, words } = word
  if (words === null) return { en: '', es: '' }
  switch (kind) {
    case 'accepted':
      return { en: ` until ${word.until} (${words})`, es: ` hasta ${word.until} (${words})` }
    case 'assigned':
      return { en: ` ${words}`, es: ` ${words}` }
    default:
      return { en: ` (${words})`, es: ` (${words})` }
  }
}

function refusedLines(refused: DecisionSummary['refused'], language: Language): string[] {
  const byState = Map.groupBy(refused, ({ state }) => state)
  return [...byState].map(([state, each]) => {
    const { en, es } = FINDING_STATE_WORDS[state]
    const names = namesOf(each.map(({ id }) => id))
    const phrase: Phrase = {
      en: `Of ${countWords(each.length).en} it cannot be said, being ${en}: ${names}`,
      es: `De ${countWords(each.length).es} no se puede decir, en estado «${es}»: ${names}`,
    }
    return say(phrase, language)
  })
}

function namesOf(ids: readonly number[]): string {
  const names = ids.slice(0, NAMED).map((id) => `F${id}`)
  const left = ids.length - names.length
  return [...names, ...(left > 0 ? [`+${left}`] : [])].join(' ')
}
