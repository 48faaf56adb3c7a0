import type { Phrase } from './language.ts'

/** A figure as it is, to six decimals. @example amountWords(1234.5) // => '1,234.5', '1234,5' */
export function amountWords(figure: number): Phrase {
  return written(figure, 6)
}

/** An exact decimal with all its digits. @example exactWords('12.50') // => '12.50', '12,50' */
export function exactWords(decimal: string): Phrase {
  return { en: decimal, es: decimal.replace('.', ',') }
}

/** A figure about as exactly as anybody reads it: the smaller it is, the more decimals. */
export function aboutWords(figure: number): Phrase {
  const size = Math.abs(figure)
  return written(figure, size >= 1_000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4)
}

function written(figure: number, maximumFractionDigits: number): Phrase {
  const format = { maximumFractionDigits, signDisplay: 'negative' } as const // no minus before a 0
  return {
    en: figure.toLocaleString('en-US', format),
    es: figure.toLocaleString('es-ES', format),
  }
}
