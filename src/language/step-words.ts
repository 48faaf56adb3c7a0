import type { StepName } from '../lib/progress.ts'
import type { Phrase } from './language.ts'

/** What a long step is doing, as a terminal shows it. */
export const STEP_WORDS: Record<Exclude<StepName, `collect ${string}`>, Phrase> = {
  'open-database': { en: 'Opening the database', es: 'Abriendo la base de datos' },
  'read-finance-register': {
    en: "Reading finance's register",
    es: 'Leyendo el registro de finanzas',
  },
  'read-locations': {
    en: 'Reading the locations classifier',
    es: 'Leyendo el clasificador de locales',
  },
  'read-ocs': { en: 'Reading OCS Inventory', es: 'Leyendo OCS Inventory' },
  match: { en: 'Comparing the books', es: 'Comparando los registros' },
  'save-plan': { en: 'Saving the plan', es: 'Guardando el plan' },
  apply: { en: 'Writing the TAGs', es: 'Escribiendo los TAG' },
  verify: { en: 'Verifying what was written', es: 'Verificando lo escrito' },
  undo: { en: 'Putting the old TAGs back', es: 'Restaurando los TAG anteriores' },
  'compare-names': {
    en: 'Comparing the names of machines',
    es: 'Comparando los nombres de los equipos',
  },
  'apply-names': { en: 'Writing the names', es: 'Escribiendo los nombres' },
  'undo-names': { en: 'Putting the old names back', es: 'Restaurando los nombres anteriores' },
  'count-figures': { en: 'Working figures out anew', es: 'Calculando de nuevo las cifras' },
  'study-series': { en: 'Studying daily figures', es: 'Estudiando las cifras diarias' },
  'measure-quality': { en: 'Measuring the quality', es: 'Midiendo la calidad' },
  'write-report': { en: 'Writing the report', es: 'Escribiendo el informe' },
  'mark-workbook': {
    en: 'Marking the cells in the workbook',
    es: 'Marcando las celdas en el libro',
  },
  'match-machines': { en: 'Matching machines', es: 'Emparejando equipos' },
  'count-machines': { en: 'Counting machines', es: 'Contando equipos' },
  'look-at-file': { en: 'Looking at the file', es: 'Mirando el archivo' },
  'read-events': { en: 'Reading the events', es: 'Leyendo los eventos' },
  'keep-events': { en: 'Keeping the events', es: 'Guardando los eventos' },
  'check-machines': { en: 'Checking machines', es: 'Comprobando equipos' },
  'play-past': {
    en: 'Collecting the nights of fourteen months',
    es: 'Recopilando las noches de catorce meses',
  },
  'read-day': { en: 'Reading the day', es: 'Leyendo el día' },
  rehearse: { en: 'Trying the rules', es: 'Probando las reglas' },
  'write-backup': { en: 'Writing the backup', es: 'Escribiendo la copia de respaldo' },
  'check-backup': { en: 'Checking the backup', es: 'Comprobando la copia de respaldo' },
  'load-backup': { en: 'Putting the data back', es: 'Restaurando los datos' },
  'look-around': { en: 'Looking at what is wrong', es: 'Mirando qué anda mal' },
  'send-alerts': { en: 'Sending alerts', es: 'Enviando avisos' },
  'remove-old-runs': { en: 'Removing old runs', es: 'Quitando ejecuciones antiguas' },
  'seal-anew': { en: 'Sealing everything anew', es: 'Sellando todo de nuevo' },
  'drop-keys': { en: 'Taking old keys away', es: 'Quitando las claves antiguas' },
  prune: { en: 'Taking out days that are not kept', es: 'Quitando los días que no se conservan' },
}

/** What a step is doing; a name kept by another version stands for itself. */
export function stepWords(name: string): Phrase {
  const [, source] = /^collect (.*)$/su.exec(name) ?? []
  if (source) return { en: `Collecting ${source}`, es: `Recopilando ${source}` }
  return isStep(name) ? STEP_WORDS[name] : { en: name, es: name }
}

function isStep(name: string): name is keyof typeof STEP_WORDS {
  return Object.hasOwn(STEP_WORDS, name)
}
