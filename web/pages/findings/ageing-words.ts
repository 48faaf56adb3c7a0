import type { Words } from '../../words/phrase.ts'

/** What the chart of ages says. */
export const AGEING = {
  title: { en: 'Over time', es: 'En el tiempo' },
  label: {
    en: (from: string, to: string) => `Findings that stand, came and went, ${from} to ${to}`,
    es: (from: string, to: string) =>
      `Hallazgos vigentes, nuevos y resueltos, del ${from} al ${to}`,
  },
  day: { en: 'Day', es: 'Día' },
  standing: { en: 'Standing', es: 'Vigentes' },
  opened: { en: 'New', es: 'Nuevos' },
  verified: { en: 'Gone', es: 'Resueltos' },
  oldest: { en: 'Oldest, days', es: 'El más antiguo, días' },
  fix: { en: 'Days to fix, mean', es: 'Días hasta resolver, media' },
  notCompared: { en: 'Not compared', es: 'Sin comparar' },
  span: { en: 'Days', es: 'Días' },
  export: { en: 'Export', es: 'Exportar' },
  none: {
    en: 'Nothing was compared in these days, so there is no figure.',
    es: 'En estos días no se comparó nada, así que no hay cifras.',
  },
  fixOf: {
    en: (days: string, count: string) =>
      `Time to fix: ${days} days on average, of ${count} that went`,
    es: (days: string, count: string) =>
      `Tiempo hasta resolver: ${days} días de media, de ${count} resueltos`,
  },
} satisfies Words
