import type { Phrase } from './language.ts'

/** Things one after another, or the word for none at all. */
export function listWords(items: readonly string[]): Phrase {
  if (items.length === 0) return { en: 'none', es: 'ninguno' }
  const list = items.join(', ')
  return { en: list, es: list }
}

/** A count with the digits grouped as each language groups them. */
export function countWords(count: number): Phrase {
  return { en: count.toLocaleString('en-US'), es: count.toLocaleString('es-ES') }
}

/** What is counted, for one of it and for any other number. */
export interface Noun {
  readonly one: Phrase
  readonly many: Phrase
}

/** A count and what is counted, in agreement. @example counted(1, ROWS) // => '1 row', '1 fila' */
export function counted(count: number, { one, many }: Noun): Phrase {
  const [figure, noun] = [countWords(count), count === 1 ? one : many]
  return { en: `${figure.en} ${noun.en}`, es: `${figure.es} ${noun.es}` }
}
