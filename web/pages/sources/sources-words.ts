import type { Words } from '../../words/phrase.ts'

/** What the page of sources says around its parts. */
export const SOURCES = {
  title: { en: 'Sources', es: 'Fuentes' },
  views: { en: 'Parts of this page', es: 'Partes de esta página' },
  ledger: { en: 'Ledger', es: 'Registro' },
  held: { en: 'Held', es: 'Retenidas' },
  books: { en: 'Workbooks', es: 'Libros' },
  sites: { en: 'Sites', es: 'Sitios' },
  questions: { en: 'Links to decide', es: 'Vínculos por decidir' },
  waiting: {
    en: (count: string) => `${count} waiting`,
    es: (count: string) => `${count} en espera`,
  },
  collectAll: { en: 'Collect all now', es: 'Recopilar todo ahora' },
  collectOne: { en: 'Collect one source', es: 'Recopilar una fuente' },
  collecting: { en: 'Collection under way', es: 'Recopilación en marcha' },
  collected: { en: 'Last collection asked for', es: 'Última recopilación pedida' },
  openRun: { en: 'Open the run', es: 'Abrir la ejecución' },
  dismiss: { en: 'Dismiss', es: 'Descartar' },
  seeHeld: { en: 'See what is held', es: 'Ver lo retenido' },
} satisfies Words
