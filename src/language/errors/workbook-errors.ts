import type { WorkbookLimit } from '../../lib/errors.ts'
import { failureWords } from '../failure-words.ts'
import type { Phrase } from '../language.ts'
import { countWords, listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of a workbook: of the file, of what is in it, and of where its table stands. */
export const WORKBOOK_ERRORS: PhrasesOf<'workbook' | 'book'> = {
  'book.no-free-name': ({ book, pattern, reason }) =>
    reason === 'name-taken'
      ? {
          en: `The configuration has ${book} read from ${pattern} alone, and that file is there; nothing is written over. Move it away, or configure a name with wild characters, such as *${book}*.`,
          es: `La configuración lee ${book} solo de ${pattern}, y ese archivo ya está; no se sobrescribe nada. Quítelo de ahí, o configure un nombre con comodines, como *${book}*.`,
        }
      : {
          en: `No name for this file fits ${pattern}, which the configuration has ${book} read from. Send it in the format of that ending, or configure a name such as *${book}*.`,
          es: `Ningún nombre para este archivo corresponde a ${pattern}, de donde la configuración lee ${book}. Envíelo en el formato de ese final, o configure un nombre como *${book}*.`,
        },
  'workbook.not-found': ({ file, inFolder }) => ({
    en: `No file fits ${file}. What the folder holds: ${listWords(inFolder).en}. Put the workbook there, or correct the name where it was given.`,
    es: `No hay ningún archivo que corresponda a ${file}. Lo que hay en la carpeta: ${listWords(inFolder).es}. Ponga ahí el libro, o corrija el nombre donde se indicó.`,
  }),
  'workbook.unreadable': ({ file, reason }) => ({
    en: `${file} cannot be read: ${failureWords(reason).en}. Close it where it is open, and check that this account may read it.`,
    es: `No se puede leer ${file}: ${failureWords(reason).es}. Ciérrelo donde esté abierto y compruebe que esta cuenta pueda leerlo.`,
  }),
  'workbook.encrypted': ({ file }) => ({
    en: `${file} is protected with a password. Open it in Excel, remove the password, save it and try again.`,
    es: `${file} está protegido con contraseña. Ábralo en Excel, quite la contraseña, guárdelo y vuelva a intentarlo.`,
  }),
  'workbook.legacy-xls': ({ file }) => ({
    en: `${file} is in the old .xls format, whatever its name says. Open it in Excel, save it as .xlsx and try again.`,
    es: `${file} está en el formato antiguo .xls, diga lo que diga su nombre. Ábralo en Excel, guárdelo como .xlsx y vuelva a intentarlo.`,
  }),
  'workbook.corrupt': ({ file, part, reason }) => ({
    en: `${file} is damaged (${failureWords(part).en}): ${failureWords(reason).en}. It may have been copied only halfway; fetch it again from whoever made it.`,
    es: `${file} está dañado (${failureWords(part).es}): ${failureWords(reason).es}. Puede que se copiara a medias; pídalo de nuevo a quien lo hizo.`,
  }),
  'workbook.not-a-workbook': ({ file, looksLike }) => ({
    en: `${file} is neither an .xlsx nor a CSV file; it looks like ${failureWords(looksLike).en}. Export the table again as .xlsx or CSV.`,
    es: `${file} no es un archivo .xlsx ni CSV; parece ${failureWords(looksLike).es}. Exporte la tabla de nuevo como .xlsx o CSV.`,
  }),
  'workbook.undecodable': ({ file, encoding, place }) => ({
    en: `${file} holds bytes that are no ${encoding} text (${failureWords(place).en}). Reading on would lose letters. Save it again as UTF-8, or as .xlsx.`,
    es: `${file} contiene bytes que no son texto ${encoding} (${failureWords(place).es}). Si se siguiera leyendo, se perderían letras. Guárdelo de nuevo como UTF-8 o como .xlsx.`,
  }),
  'workbook.too-large': ({ file, what, found, limit }) => ({
    en: `${file} is beyond what Muster reads: ${WORKBOOK_LIMITS[what].en}: ${countWords(found).en}, and the limit is ${countWords(limit).en}. It may be damaged or made to do harm; open it, keep only the table and save it again.`,
    es: `${file} supera lo que Muster puede leer: ${WORKBOOK_LIMITS[what].es}: ${countWords(found).es}, y el límite es ${countWords(limit).es}. Puede estar dañado o hecho para causar daño; ábralo, deje solo la tabla y guárdelo de nuevo.`,
  }),
  'workbook.sheet-not-found': ({ file, sheet, sheets }) => ({
    en: `${file} has no sheet "${sheet}". The sheets it has: ${listWords(sheets).en}. Correct the name in the configuration, or leave it out to have the sheet found by its header.`,
    es: `${file} no tiene la hoja «${sheet}». Las hojas que tiene: ${listWords(sheets).es}. Corrija el nombre en la configuración, o quítelo para que la hoja se encuentre por su encabezado.`,
  }),
  'workbook.no-header': ({ file, sheet, missing, rowsSearched }) => ({
    en: `No header was found on the sheet "${sheet}" of ${file} (rows searched: ${rowsSearched}); not found: ${listWords(missing).en}. Check that it is the right workbook, or pin headerRow or columns in the configuration.`,
    es: `No se encontró el encabezado en la hoja «${sheet}» de ${file} (filas revisadas: ${rowsSearched}); no se encontró: ${listWords(missing).es}. Compruebe que sea el libro correcto, o fije headerRow o columns en la configuración.`,
  }),
  'workbook.header-unclear': ({ file, place, column, places }) => ({
    en: `In the header of ${file}, at ${place}, several headings could be the column ${column}: ${listWords(places).en}. Say which one it is with columns in the configuration.`,
    es: `En el encabezado de ${file}, en ${place}, varios títulos podrían ser la columna ${column}: ${listWords(places).es}. Indique cuál es con columns en la configuración.`,
  }),
  'workbook.unwritable': ({ file, reason }) => ({
    en: `${file} could not be written: ${failureWords(reason).en}. Close it where it is open, check free space and access rights, and try again.`,
    es: `No se pudo escribir ${file}: ${failureWords(reason).es}. Ciérrelo donde esté abierto, compruebe el espacio libre y los permisos, y vuelva a intentarlo.`,
  }),
  'workbook.changed': ({ file }) => ({
    en: `${file} has changed since it was read, so its faults may stand in other cells now. Read it again with "muster check --mark" and use the copy that this makes.`,
    es: `${file} cambió después de leerse, así que lo señalado puede estar ahora en otras celdas. Léalo de nuevo con «muster check --mark» y use la copia que se haga entonces.`,
  }),
}

/** What is counted where a file is beyond a limit. */
export const WORKBOOK_LIMITS: Record<WorkbookLimit, Phrase> = {
  'file-bytes': { en: 'bytes of the file', es: 'bytes del archivo' },
  'part-bytes': { en: 'bytes of one part, unpacked', es: 'bytes de una parte, desempaquetada' },
  'compression-ratio': {
    en: 'unpacked size over packed size',
    es: 'tamaño desempaquetado entre tamaño empaquetado',
  },
  cells: { en: 'filled cells of one sheet', es: 'celdas con datos de una hoja' },
  'row-characters': { en: 'characters of one row', es: 'caracteres de una fila' },
  'cell-characters': { en: 'characters of one cell', es: 'caracteres de una celda' },
  'shared-string-characters': {
    en: 'characters of the shared texts',
    es: 'caracteres de los textos compartidos',
  },
  parts: { en: 'parts in the file', es: 'partes del archivo' },
  'merged-ranges': { en: 'merged ranges of one sheet', es: 'rangos combinados de una hoja' },
}
