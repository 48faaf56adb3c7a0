import type { Words } from './phrase.ts'

/** What can become of a machine between two days. */
export const CHANGE_KINDS = {
  added: { en: 'came', es: 'llegó' },
  removed: { en: 'went', es: 'se fue' },
  moved: { en: 'moved site', es: 'cambió de sitio' },
  relocated: { en: 'moved place', es: 'cambió de lugar' },
  renamed: { en: 'renamed', es: 'renombrado' },
  reclassified: { en: 'another class', es: 'otra clase' },
  'became-spare': { en: 'became spare', es: 'pasó a repuesto' },
  'left-spare': { en: 'back in use', es: 'volvió al uso' },
  'billing-changed': { en: 'billing changed', es: 'cambió su facturación' },
} satisfies Words
