import type { Phrase } from './language.ts'
import { counted } from './list-words.ts'

export type MarkWord = 'kind' | 'refused' | 'noted' | 'sheet' | 'cell' | 'content' | 'why'

/** What the first sheet of a marked workbook is written with. */
export const MARK_WORDS: Record<MarkWord, Phrase> = {
  kind: { en: 'Refused or noted', es: 'Rechazada o anotada' },
  refused: { en: 'refused', es: 'rechazada' },
  noted: { en: 'noted', es: 'anotada' },
  sheet: { en: 'Sheet', es: 'Hoja' },
  cell: { en: 'Cell or row', es: 'Celda o fila' },
  content: { en: 'What stands there', es: 'Lo que hay ahí' },
  why: { en: 'Why, and what to do', es: 'Por qué, y qué hacer' },
}

export function markTitle(file: string): Phrase {
  return {
    en: `Muster: cells of ${file} to look at`,
    es: `Muster: celdas de ${file} por revisar`,
  }
}

export function markExplanation(cells: number): Phrase {
  const coloured = counted(cells, COLOURED)
  return {
    en: `${coloured.en}. Nothing else was changed. Make corrections in the workbook itself, not in this copy.`,
    es: `${coloured.es}. No se cambió nada más. Haga las correcciones en el libro original, no en esta copia.`,
  }
}

const COLOURED = {
  one: {
    en: 'cell is coloured and has a comment',
    es: 'celda está coloreada y tiene un comentario',
  },
  many: {
    en: 'cells are coloured and have a comment',
    es: 'celdas están coloreadas y tienen un comentario',
  },
}

/** Said of a cell that is the first of several like it. */
export function firstOfSeveral(note: string): Phrase {
  return { en: `${note} (this is the first)`, es: `${note} (esta es la primera)` }
}
