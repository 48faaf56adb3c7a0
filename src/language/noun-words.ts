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

export const CHANGES: Noun = {
  one: { en: 'change', es: 'cambio' },
  many: { en: 'changes', es: 'cambios' },
}

export const RECORDS: Noun = {
  one: { en: 'record', es: 'registro' },
  many: { en: 'records', es: 'registros' },
}

/** Disagreements that are new, or gone, said after their number. */
export const NEW: Noun = { one: { en: 'new', es: 'nueva' }, many: { en: 'new', es: 'nuevas' } }
export const GONE: Noun = {
  one: { en: 'gone', es: 'resuelta' },
  many: { en: 'gone', es: 'resueltas' },
}

/** Records that were taken, or refused, said after their number. */
export const READ: Noun = {
  one: { en: 'record read', es: 'registro leído' },
  many: { en: 'records read', es: 'registros leídos' },
}
export const REFUSED: Noun = {
  one: { en: 'refused', es: 'rechazado' },
  many: { en: 'refused', es: 'rechazados' },
}

export const BYTES_READ: Noun = { one: { en: 'MB', es: 'MB' }, many: { en: 'MB', es: 'MB' } }

export const SERIES: Noun = {
  one: { en: 'series', es: 'serie' },
  many: { en: 'series', es: 'series' },
}

export const NIGHTS: Noun = {
  one: { en: 'night', es: 'noche' },
  many: { en: 'nights', es: 'noches' },
}
