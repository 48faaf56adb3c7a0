import { failureWords } from '../failure-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of golden cases, before any is run. */
export const CASE_ERRORS: PhrasesOf<'cases'> = {
  'cases.none': ({ folder }) => ({
    en: `There are no cases to run: ${folder} holds no YAML file. Put cases there, or name a file of them with "muster test FILE".`,
    es: `No hay casos que ejecutar: ${folder} no contiene ningún archivo YAML. Ponga casos ahí, o indique un archivo con «muster test ARCHIVO».`,
  }),
  'cases.unreadable': ({ file, reason }) => ({
    en: `The cases in ${file} could not be read: ${failureWords(reason).en}. Check its name, and that this account may read it.`,
    es: `No se pudieron leer los casos de ${file}: ${failureWords(reason).es}. Compruebe el nombre, y que esta cuenta pueda leerlo.`,
  }),
  'cases.invalid': ({ faults }) => ({
    en: `These cases cannot be run, and none was. Correct what follows and try again:\n${bullets(faults)}`,
    es: `Estos casos no se pueden ejecutar, y no se ejecutó ninguno. Corrija lo siguiente y vuelva a intentarlo:\n${bullets(faults)}`,
  }),
}

function bullets(faults: readonly string[]): string {
  return faults.map((fault) => `- ${fault}`).join('\n')
}
