import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { type Alignment, tableLines } from './table.ts'

/** Rows of a list that is shown newest first. */
export interface Listing {
  /** Over the columns; absent where they speak for themselves. */
  readonly titles?: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly alignments: readonly Alignment[]
  /** How many there are, shown or not. */
  readonly total: number
  /** What lists all of them. @example 'muster audit P1 --all' */
  readonly command: string
  /** Said when there are none. */
  readonly none: Phrase
}

/** A list as a table, and how to see the rest of it where it goes on. */
export function listingLines(listing: Listing, language: Language): string[] {
  const { titles, rows, alignments, total, command, none } = listing
  if (total === 0) return [say(none, language)]
  const table = tableLines(titles ? [titles, ...rows] : rows, alignments, 0)
  if (rows.length >= total) return table
  return [...table, '', say(restWords({ shown: rows.length, total, command }), language)]
}

function restWords({ shown, total, command }: { shown: number; total: number; command: string }) {
  const [few, all] = [countWords(shown), countWords(total)]
  return {
    en: `These are the newest ${few.en} of ${all.en}. To list all of them: ${command}`,
    es: `Estos son los ${few.es} más nuevos de ${all.es}. Para listarlos todos: ${command}`,
  }
}

/** The switch of the lists that show only the newest. */
export function allOption(shown: number) {
  return {
    flags: '--all',
    means: {
      en: `all of them, not only the newest ${shown}`,
      es: `todos, no solo los ${shown} más nuevos`,
    },
  }
}
