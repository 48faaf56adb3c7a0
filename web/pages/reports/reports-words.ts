import type { Words } from '../../words/phrase.ts'

/** A plan as it is offered, each part as people write it. */
interface PlanTold {
  readonly id: string
  readonly state: string
  readonly changes: string
  readonly when: string
}

/** What the page of reports says. */
export const REPORTS = {
  title: { en: 'Reports', es: 'Informes' },
  list: { en: 'Workbooks written', es: 'Libros escritos' },
  none: {
    en: 'No report was written yet. Choose a plan above.',
    es: 'Aún no se ha escrito ningún informe. Elija un plan arriba.',
  },
  plan: { en: (plan: string) => `Plan ${plan}`, es: (plan: string) => `Plan ${plan}` },
  workbooks: {
    en: (count: string) => `${count} workbooks`,
    es: (count: string) => `${count} libros`,
  },
  oneWorkbook: { en: '1 workbook', es: '1 libro' },
  name: { en: 'Workbook', es: 'Libro' },
  part: { en: 'On', es: 'Sobre' },
  whole: { en: 'the whole', es: 'todo' },
  unplaced: { en: 'what has no such place', es: 'lo que no tiene tal lugar' },
  size: { en: 'Size', es: 'Tamaño' },
  written: { en: 'Written', es: 'Escrito' },
  download: { en: (name: string) => `Download ${name}`, es: (name: string) => `Descargar ${name}` },
  write: { en: 'Write a report', es: 'Escribir un informe' },
  which: { en: 'On the plan', es: 'Sobre el plan' },
  planOption: {
    en: ({ id, state, changes, when }: PlanTold) => `${id}: ${state}, ${changes} changes, ${when}`,
    es: ({ id, state, changes, when }: PlanTold) => `${id}: ${state}, ${changes} cambios, ${when}`,
  },
  writeNow: { en: 'Write it now', es: 'Escribirlo ahora' },
  noPlans: {
    en: 'There is no plan to report on yet; make one on the page of plans.',
    es: 'Aún no hay ningún plan del que informar; haga uno en la página de planes.',
  },
} satisfies Words
