import { CHECKS } from '../../language/finding-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted } from '../../language/list-words.ts'
import { daysText, type ShownLook, skippedText } from '../../reports/looks-table.ts'
import { shownText } from './terminal-text.ts'

const NOTHING: Phrase = {
  en: 'Nothing was compared yet. To compare: muster plan, muster reconcile, or muster nightly',
  es: 'Aún no se ha comparado nada. Para comparar: muster plan, muster reconcile o muster nightly',
}
const COMPARED: Phrase = { en: 'Compared last, by day:', es: 'Lo último que se comparó, por día:' }
const NEVER_COMPARED: Phrase = {
  en: 'Never compared yet, so nothing is known of it:',
  es: 'Nunca comparado aún, así que de esto no se sabe nada:',
}
const NOT_COMPARED: Phrase = {
  en: 'Not compared; these findings are as of an earlier day:',
  es: 'Sin comparar; estas discrepancias son de un día anterior:',
}

/**
 * Of which days the findings speak, and which checks could not look and why. `asked`: the checks
 * that a list is narrowed to; none for all.
 */
export function lookLines(
  looks: readonly ShownLook[],
  asked: readonly string[],
  language: Language,
): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  if (looks.length === 0) return [words(NOTHING)]
  const known = new Set(looks.map(({ check }) => check))
  const never = asked.filter((check) => !known.has(check))
  const compared = looks.filter(({ skipped }) => skipped === null)
  const skipped = looks.filter((look) => look.skipped !== null)
  const earlier = skipped.filter(({ lookedOn }) => lookedOn !== null)
  const unseen = skipped.filter(({ lookedOn }) => lookedOn === null)
  return [
    ...section(
      COMPARED,
      groupLines(compared, (look) => daysText(look.compared, { say: words }), words),
      words,
    ),
    ...section(
      NOT_COMPARED,
      groupLines(earlier, (look) => skippedLine(look, words), words),
      words,
    ),
    ...section(
      NEVER_COMPARED,
      groupLines(unseen, ({ skipped }) => skippedText(skipped ?? {}, { say: words }), words),
      words,
    ),
    ...(never.length === 0 ? [] : [words(neverWords(never))]),
  ]
}

type Words = (phrase: Phrase) => string

function section(title: Phrase, lines: readonly string[], words: Words): string[] {
  return lines.length === 0 ? [] : [words(title), ...lines]
}

/** One line for all checks of which the same is to be said. */
function groupLines(
  looks: readonly ShownLook[],
  lineOf: (look: ShownLook) => string,
  words: Words,
): string[] {
  const groups = Map.groupBy(looks, lineOf)
  return [...groups].map(([line, same]) => {
    const checks = [...new Set(same.map(({ check }) => check))]
    const names = checks.length > NAMED ? words(counted(checks.length, CHECKS)) : checks.join(', ')
    return shownText(`  ${line}: ${names}`)
  })
}

/** How many checks are named in a line; of more it is said how many they are. */
const NAMED = 4

function skippedLine({ skipped, lookedOn }: ShownLook, words: Words): string {
  const why = skippedText(skipped ?? {}, { say: words })
  return words({ en: `${why}; last compared ${lookedOn}`, es: `${why}; comparado el ${lookedOn}` })
}

function neverWords(checks: readonly string[]): Phrase {
  const names = checks.join(', ')
  return { en: `Never compared yet: ${names}`, es: `Nunca comparado aún: ${names}` }
}
