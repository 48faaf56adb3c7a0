import type { Phrase } from './language.ts'

export type LedgerWord =
  | 'complete'
  | 'partial'
  | 'held'
  | 'failed'
  | 'interrupted'
  | 'not-collected'

/** How one source's day stands, in a word. */
export const LEDGER_WORDS: Record<LedgerWord, Phrase> = {
  complete: { en: 'complete', es: 'completo' },
  partial: { en: 'partial', es: 'parcial' },
  held: { en: 'HELD', es: 'RETENIDO' },
  failed: { en: 'FAILED', es: 'FALLÓ' },
  interrupted: { en: 'interrupted', es: 'interrumpido' },
  'not-collected': { en: 'not collected', es: 'sin recopilar' },
}
