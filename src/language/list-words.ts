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
