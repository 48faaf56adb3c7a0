import type { Words } from './phrase.ts'

/** What is said around saved views. */
export const VIEWS = {
  views: { en: 'Views', es: 'Vistas' },
  none: { en: 'You saved none here yet.', es: 'Aún no ha guardado ninguna aquí.' },
  name: { en: 'Save these filters as', es: 'Guardar estos filtros como' },
  save: { en: 'Save', es: 'Guardar' },
  delete: { en: (name: string) => `Delete ${name}`, es: (name: string) => `Borrar ${name}` },
} satisfies Words
