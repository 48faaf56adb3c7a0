import type { Phrase } from './language.ts'
import { countWords } from './list-words.ts'

/** A change of a count with its sign. @example signedWords(-1_200) // => '-1,200', '-1.200' */
export function signedWords(change: number): Phrase {
  const { en, es } = countWords(Math.abs(change))
  const sign = change > 0 ? '+' : change < 0 ? '-' : ''
  return { en: `${sign}${en}`, es: `${sign}${es}` }
}

/** A change in per cent with its sign and one decimal; `-` where nothing can be said. */
export function percentWords(percent: number | null): Phrase {
  if (percent === null) return { en: '-', es: '-' }
  const sign = percent > 0 ? '+' : percent < 0 ? '-' : ''
  const format = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  const size = Math.abs(percent)
  return {
    en: `${sign}${size.toLocaleString('en-US', format)} %`,
    es: `${sign}${size.toLocaleString('es-ES', format)} %`,
  }
}
