import type { Phrase } from './language.ts'

/** A share of a hundred with one decimal. @example percentOf(87.25) // => '87.3 %', '87,3 %' */
export function percentOf(percent: number): Phrase {
  const { en, es } = decimalWords(percent)
  return { en: `${en} %`, es: `${es} %` }
}

/** A figure with one decimal. @example decimalWords(3.14) // => '3.1', '3,1' */
export function decimalWords(figure: number): Phrase {
  const format = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return {
    en: figure.toLocaleString('en-US', format),
    es: figure.toLocaleString('es-ES', format),
  }
}
