import { codeWords } from './code-words.ts'
import { feedWords } from './fleet-words.ts'
import type { Phrase } from './language.ts'
import { counted, countWords, listWords } from './list-words.ts'
import { MACHINES } from './machine-nouns.ts'
import { RECORDS, ROWS } from './noun-words.ts'

export type FindingChangeWord = 'opened' | 'closed' | 'regraded'

/** What other rules make of findings. */
export const FINDING_CHANGE_WORDS: Record<FindingChangeWord, Phrase> = {
  opened: { en: 'opened', es: 'se abre' },
  closed: { en: 'closed', es: 'se cierra' },
  regraded: { en: 'of another severity', es: 'de otra gravedad' },
}

export type LinkChangeWord = 'gained' | 'lost'

/** What other rules make of two records: one machine, or two. */
export const LINK_CHANGE_WORDS: Record<LinkChangeWord, Phrase> = {
  gained: { en: 'one machine', es: 'un solo equipo' },
  lost: { en: 'two machines', es: 'dos equipos' },
}

export type MatterWord = 'class' | 'spare' | 'billable' | 'site'

/** What of a record other rules say otherwise. */
export const RECLASSIFIED_WORDS: Record<MatterWord, Phrase> = {
  class: { en: 'class', es: 'clase' },
  spare: { en: 'spare', es: 'repuesto' },
  billable: { en: 'billable', es: 'facturable' },
  site: { en: 'site', es: 'sitio' },
}

export type WhatIfWord =
  | 'findings'
  | 'links'
  | 'reclassified'
  | 'counts'
  | 'tags'
  | 'untold'
  | 'before'
  | 'after'
  | 'change'
  | 'no-figure'
  | 'nothing'
  | 'no-settings'
  | 'more'

/** Headings of a what-if, and what is said where there is nothing. */
export const WHAT_IF_WORDS: Record<WhatIfWord, Phrase> = {
  findings: { en: 'Findings', es: 'Discrepancias' },
  links: { en: 'Links', es: 'Vínculos' },
  reclassified: { en: 'Reclassified', es: 'Reclasificados' },
  counts: { en: 'Counts', es: 'Conteos' },
  tags: { en: 'TAGs', es: 'TAG' },
  untold: { en: 'What this cannot tell', es: 'Lo que esto no puede decir' },
  before: { en: 'BEFORE', es: 'ANTES' },
  after: { en: 'AFTER', es: 'DESPUÉS' },
  change: { en: 'CHANGE', es: 'CAMBIO' },
  'no-figure': { en: 'no figure moves', es: 'no cambia ninguna cifra' },
  nothing: {
    en: 'Nothing would be otherwise: no finding, link, count or TAG.',
    es: 'Nada sería distinto: ninguna discrepancia, vínculo, conteo ni TAG.',
  },
  'no-settings': {
    en: 'Nothing differs that rules go by.',
    es: 'No difiere nada por lo que se rijan las reglas.',
  },
  more: {
    en: '--json and --out FILE have them all',
    es: '--json y --out ARCHIVO los tienen todos',
  },
}

/** What a rehearsal cannot tell, as `untold.ts` names it. */
export type UntoldWord =
  | {
      readonly code: 'source-not-complete'
      readonly source: string
      readonly state: string
      readonly day: string | null
    }
  | { readonly code: 'source-tried-again'; readonly source: string; readonly state: string }
  | { readonly code: 'nothing-to-judge'; readonly sources: readonly string[] }
  | { readonly code: 'sources-not-configured'; readonly sources: readonly string[] }
  | { readonly code: 'contact-not-kept'; readonly records: number }
  | { readonly code: 'sites-from-scratch' }
  | { readonly code: 'kept-otherwise'; readonly classified: number; readonly machines: number }
  | { readonly code: 'books-not-kept'; readonly books: readonly string[] }
  | { readonly code: 'rows-refused'; readonly book: string; readonly rows: number }
  | { readonly code: 'newest-not-known' }
  | { readonly code: 'words-refused-rows'; readonly words: readonly string[] }

/** How a source's later try of a day ended. */
const TRIED_WORDS: Readonly<Record<'failed' | 'partial' | 'held', Phrase>> = {
  failed: { en: 'failed', es: 'falló' },
  partial: { en: 'came only in part', es: 'llegó solo en parte' },
  held: { en: 'was held for a person to accept', es: 'quedó retenida hasta que alguien la acepte' },
}

/** The same in a sentence. */
export function untoldWords(untold: UntoldWord): Phrase {
  switch (untold.code) {
    case 'source-not-complete': {
      const { en, es } = feedWords(untold.source)
      return {
        en: `${en} was not whole that day, so nothing is compared with it; its last whole day is ${untold.day ?? 'none'}.`,
        es: `${es} no llegó completa ese día, así que nada se compara con ella; su último día completo es ${untold.day ?? 'ninguno'}.`,
      }
    }
    case 'source-tried-again': {
      const { en, es } = feedWords(untold.source)
      const why = codeWords(TRIED_WORDS, untold.state)
      return {
        en: `${en} came whole that day and was tried again later, when it ${why.en}; nothing is compared with it.`,
        es: `${es} llegó completa ese día y se intentó otra vez más tarde, cuando ${why.es}; nada se compara con ella.`,
      }
    }
    case 'contact-not-kept': {
      const { en, es } = counted(untold.records, RECORDS)
      return {
        en: `Last contact is kept as of the newest day: of ${en} it is not known for that day, so silence is not told of them, nor which of two records was heard of last.`,
        es: `El último contacto se conserva al día más nuevo: de ${es} no se conoce el de ese día, así que de ellos no se dice si callaban, ni de cuál de dos registros se supo último.`,
      }
    }
    case 'sites-from-scratch':
      return {
        en: 'Sites were made anew both before and after, as if every organisation had come on that day; only what people said of them stands. What renames left behind is not in it.',
        es: 'Los sitios se hicieron de nuevo antes y después, como si cada organización hubiera llegado ese día; solo vale lo que dijeron las personas. Lo que dejaron los cambios de nombre no cuenta.',
      }
    default:
      return untoldOfRowsWords(untold)
  }
}

type OfRows = Exclude<
  UntoldWord,
  { code: 'source-not-complete' | 'source-tried-again' | 'contact-not-kept' | 'sites-from-scratch' }
>

function untoldOfRowsWords(untold: OfRows): Phrase {
  switch (untold.code) {
    case 'kept-otherwise': {
      const classified = counted(untold.classified, RECORDS)
      const machines = counted(untold.machines, MACHINES)
      return {
        en: `"Before" is today's configuration and what people have said up to now. That makes something else of the day than is kept: of ${classified.en} what they are, of ${machines.en} which records they are of.`,
        es: `«Antes» es la configuración de hoy y lo que las personas han dicho hasta ahora. Eso hace del día algo distinto de lo que se conserva: de ${classified.es} qué son, de ${machines.es} qué registros tienen.`,
      }
    }
    case 'sources-not-configured': {
      const names = untold.sources.map(feedWords)
      const [en, es] = [
        listWords(names.map((name) => name.en)).en,
        listWords(names.map((name) => name.es)).es,
      ]
      return {
        en: `No check looked at machines of ${en}: they are kept, but neither configuration has such a source.`,
        es: `Ninguna comprobación miró los equipos de ${es}: se conservan, pero ninguna de las dos configuraciones tiene esa fuente.`,
      }
    }
    case 'nothing-to-judge': {
      const sources = untold.sources.map(feedWords)
      const [en, es] = [
        listWords(sources.map((each) => each.en)),
        listWords(sources.map((each) => each.es)),
      ]
      return {
        en: `Nothing is kept of ${en.en}: settings of checks that compare with it could not be judged.`,
        es: `No se conserva nada de ${es.es}: los ajustes de las comprobaciones que comparan con ello no se pudieron juzgar.`,
      }
    }
    case 'books-not-kept': {
      const books = untold.books.map(feedWords)
      const [en, es] = [
        books.map((book) => book.en).join(', '),
        books.map((book) => book.es).join(', '),
      ]
      return {
        en: `No TAG was decided: of that day nothing is kept of ${en}. "muster collect" keeps them from now on.`,
        es: `No se decidió ningún TAG: de ese día no se conserva nada de ${es}. «muster collect» los conserva desde ahora.`,
      }
    }
    case 'rows-refused': {
      const { en, es } = counted(untold.rows, ROWS)
      const book = feedWords(untold.book)
      return {
        en: `${en} of ${book.en} could not be read that day, and whose they were is not kept: a TAG they would have stopped may be told as planned.`,
        es: `${es} de ${book.es} no se pudieron leer ese día, y no se conserva de quién eran: un TAG que habrían detenido puede figurar como planificado.`,
      }
    }
    case 'newest-not-known':
      return {
        en: 'Which of several computers with one number is the newest goes by their last contact in OCS, which is not kept for that day.',
        es: 'Cuál de varias computadoras con un mismo número es la más nueva depende de su último contacto en OCS, que no se conserva para ese día.',
      }
    case 'words-refused-rows': {
      const { en, es } = listWords(untold.words)
      return {
        en: `Rows of finance that were refused because their number is ${en} are not kept, so they are missing after as well.`,
        es: `Las filas de finanzas rechazadas porque su número es ${es} no se conservan, así que también faltan después.`,
      }
    }
  }
}

/** How many of each there are. */
export function shiftWords(more: number, less: number): Phrase {
  const [gained, lost] = [countWords(more), countWords(less)]
  return { en: `+${gained.en} -${lost.en}`, es: `+${gained.es} -${lost.es}` }
}
