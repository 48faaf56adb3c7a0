import type { Words } from './phrase.ts'

/** Tasks by what they do, and what is said of runs wherever one is shown. */
export const RUNS = {
  collecting: {
    en: (source: string) => `Collecting ${source}`,
    es: (source: string) => `Recopilando ${source}`,
  },
  progress: { en: 'Progress of the run', es: 'Avance de la ejecución' },
  open: { en: (run: number) => `Run ${run}`, es: (run: number) => `Ejecución ${run}` },
} satisfies Words

/** What each task is called. */
export const TASKS = {
  check: { en: 'Check the books', es: 'Comprobar los libros' },
  plan: { en: 'Make a plan', es: 'Hacer un plan' },
  apply: { en: 'Apply a plan', es: 'Aplicar un plan' },
  verify: { en: 'Verify a plan', es: 'Verificar un plan' },
  undo: { en: 'Undo a plan', es: 'Deshacer un plan' },
  report: { en: 'Write a report', es: 'Escribir un informe' },
  accept: { en: 'Accept what was held', es: 'Aceptar lo retenido' },
  nightly: { en: 'The night’s work', es: 'El trabajo de la noche' },
  collect: { en: 'Collect', es: 'Recopilar' },
  'import-day': { en: 'Import a past day', es: 'Importar un día pasado' },
  prune: { en: 'Prune the history', es: 'Depurar el historial' },
  link: { en: 'Say that records are one', es: 'Decir que registros son uno' },
  unlink: { en: 'Say that records are two', es: 'Decir que registros son dos' },
  'site-map': { en: 'Map a site', es: 'Asignar un sitio' },
  'rotate-keys': { en: 'Change the keys', es: 'Cambiar las claves' },
  reconcile: { en: 'Check the machines', es: 'Comprobar los equipos' },
  decide: { en: 'Decide findings', es: 'Decidir hallazgos' },
  ingest: { en: 'Take in events', es: 'Ingresar eventos' },
  recompute: { en: 'Work figures out anew', es: 'Recalcular las cifras' },
  analyze: { en: 'Measure the inventory', es: 'Medir el inventario' },
  study: { en: 'Study daily figures', es: 'Estudiar las cifras diarias' },
  verdict: { en: 'Judge an anomaly', es: 'Juzgar una anomalía' },
  alert: { en: 'Send alerts', es: 'Enviar avisos' },
  housekeeping: { en: 'Tidy up', es: 'Poner en orden' },
  backup: { en: 'Back up', es: 'Respaldar' },
} satisfies Words
