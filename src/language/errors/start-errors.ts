import { failureWords } from '../failure-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of the configuration and of the tools beside it. */
export const START_ERRORS: PhrasesOf<'config' | 'secret' | 'source' | 'demo' | 'picture'> = {
  'config.not-found': ({ file }) => ({
    en: `There is no configuration file ${file}. Create it with "muster init", or name the right one.`,
    es: `No existe el archivo de configuración ${file}. Créelo con «muster init» o indique el correcto.`,
  }),
  'config.invalid': ({ file, faults }) => ({
    en: `The configuration ${file} cannot be used; nothing was started. Correct these and try again:\n${bullets(faults)}`,
    es: `La configuración ${file} no se puede usar; no se inició nada. Corrija lo siguiente y vuelva a intentarlo:\n${bullets(faults)}`,
  }),
  'config.exists': ({ file }) => ({
    en: `${file} already exists and was left as it is. Edit it, or move it away and try again.`,
    es: `${file} ya existe y se dejó como está. Edítelo, o muévalo a otro lugar y vuelva a intentarlo.`,
  }),
  'config.unwritable': ({ file, reason }) => ({
    en: `${file} could not be written: ${failureWords(reason).en}. Choose a folder this account may write to.`,
    es: `No se pudo escribir ${file}: ${failureWords(reason).es}. Elija una carpeta en la que esta cuenta pueda escribir.`,
  }),
  'source.not-found': ({ source, known }) => ({
    en: `There is no source "${source}". ${known === null ? 'Ask an administrator which there are.' : known.length > 0 ? `Sources are: ${known.join(', ')}.` : 'No events were taken in yet.'}`,
    es: `No existe la fuente «${source}». ${known === null ? 'Pregunte a un administrador cuáles hay.' : known.length > 0 ? `Las fuentes son: ${known.join(', ')}.` : 'Aún no se han tomado eventos.'}`,
  }),
  'source.not-configured': ({ source }) => ({
    en: `This needs the source ${source}, which the configuration does not have. Add it under sources.`,
    es: `Para esto hace falta la fuente ${source}, que la configuración no tiene. Añádala en sources.`,
  }),
  'secret.unreadable': ({ file, reason }) => ({
    en: `The secret in ${file} could not be read: ${failureWords(reason).en}. Check that the file exists and that this account may read it.`,
    es: `No se pudo leer el secreto de ${file}: ${failureWords(reason).es}. Compruebe que el archivo exista y que esta cuenta pueda leerlo.`,
  }),
  'secret.exposed': ({ file, problem, found }) =>
    problem === 'others-may-read'
      ? {
          en: `The secret in ${file} can be read by other accounts (mode ${found}), so it was not used. Take that right away with "chmod 600 ${file}" and try again.`,
          es: `Otras cuentas pueden leer el secreto de ${file} (modo ${found}), así que no se usó. Quíteles ese derecho con «chmod 600 ${file}» y vuelva a intentarlo.`,
        }
      : {
          en: `The secret in ${file} belongs to another account (number ${found}), so it was not used. Give it to root, or to the account Muster runs as, with "chown ACCOUNT ${file}".`,
          es: `El secreto de ${file} es de otra cuenta (número ${found}), así que no se usó. Déselo a root, o a la cuenta con la que se ejecuta Muster, con «chown CUENTA ${file}».`,
        },
  'demo.busy': ({ folder, pid }) => ({
    en: `Another demo is at work in ${folder}, process ${pid}. Wait for it to end and try again.`,
    es: `Otra demostración está trabajando en ${folder}, proceso ${pid}. Espere a que termine y vuelva a intentarlo.`,
  }),
  'picture.no-libreoffice': () => ({
    en: 'LibreOffice was not found, and without it no picture of a workbook can be made. Install it, or leave the picture out; the workbook itself does not need it.',
    es: 'No se encontró LibreOffice y sin él no se puede hacer una imagen de un libro. Instálelo o prescinda de la imagen; el libro no lo necesita.',
  }),
  'picture.failed': ({ reason }) => ({
    en: `The picture of the workbook could not be made: ${failureWords(reason).en}. The workbook itself stays as it was.`,
    es: `No se pudo hacer la imagen del libro: ${failureWords(reason).es}. El libro se queda como estaba.`,
  }),
}

function bullets(faults: readonly string[]): string {
  return faults.map((fault) => `- ${fault}`).join('\n')
}
