import type { Noun } from './list-words.ts'

export const COMPUTERS: Noun = {
  one: { en: 'computer', es: 'computadora' },
  many: { en: 'computers', es: 'computadoras' },
}

export const ROWS: Noun = { one: { en: 'row', es: 'fila' }, many: { en: 'rows', es: 'filas' } }

export const DISAGREEMENTS: Noun = {
  one: { en: 'disagreement', es: 'discrepancia' },
  many: { en: 'disagreements', es: 'discrepancias' },
}
