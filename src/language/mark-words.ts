import type { Phrase } from './language.ts'
import { countWords } from './list-words.ts'

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
  const many = countWords(cells)
  return {
    en: `${many.en} cells are coloured and have a comment. Nothing else was changed. Correct them in the workbook itself, not in this copy.`,
    es: `${many.es} celdas tienen color y un comentario. Nada más se cambió. Corríjalas en el libro mismo, no en esta copia.`,
  }
}

/** Said of a cell that is the first of several like it. */
export function firstOfSeveral(note: string): Phrase {
  return { en: `${note} (this is the first)`, es: `${note} (esta es la primera)` }
}
