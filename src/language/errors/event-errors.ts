import type { FileLimit } from '../../lib/errors.ts'
import { failureWords } from '../failure-words.ts'
import type { Phrase } from '../language.ts'
import { countWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'
import { WORKBOOK_LIMITS } from './workbook-errors.ts'

/** Failures of a file of events as a whole; what is wrong with single rows of it is told row by row. */
export const EVENT_ERRORS: PhrasesOf<'file'> = {
  'file.empty': ({ file }) => ({
    en: `There is nothing in the file ${file}, not even headings. Export it again and look into it before sending it.`,
    es: `En el archivo ${file} no hay nada, ni siquiera encabezados. Expórtelo de nuevo y mire lo que contiene antes de enviarlo.`,
  }),
  'file.not-found': ({ file }) => ({
    en: `There is no file ${file}, or it may not be read. Give the path of a file of events, or - for what is piped in.`,
    es: `No hay ningún archivo ${file}, o no se puede leer. Indique la ruta de un archivo de eventos, o - para lo que llega por la tubería.`,
  }),
  'file.rows-refused': ({ file, rows, total }) => ({
    en: `Nothing of ${file} was taken in. Rows: ${rows}; faults in them: ${total}. Correct them and send it again, or send it with mode=lenient to take the other rows in.`,
    es: `No se tomó nada de ${file}. Filas: ${rows}; fallos en ellas: ${total}. Corríjalos y envíelo de nuevo, o envíelo con mode=lenient para tomar las demás filas.`,
  }),
  'file.too-many-metrics': ({ most, metric }) => ({
    en: `The file names more than ${most} different metrics, such as "${metric}", so its column of metrics is likely something else. Nothing was taken in. Say with a mapping profile (--column) which column names the metric.`,
    es: `El archivo nombra más de ${most} métricas distintas, como «${metric}», así que su columna de métricas es probablemente otra cosa. No se tomó nada. Indique con un perfil (--column) qué columna nombra la métrica.`,
  }),
  'file.changed': ({ file }) => ({
    en: `The file ${file} was changed while it was read, so nothing of it was taken in. Send it again once nobody writes to it.`,
    es: `El archivo ${file} cambió mientras se leía, así que no se tomó nada de él. Envíelo de nuevo cuando nadie escriba en él.`,
  }),
  'file.unsupported': ({ file, looksLike }) => ({
    en: `The file ${file} is no format that events are read from; it looks like ${failureWords(looksLike).en}. Send CSV, JSON (one object, a list, or an object on each line) or .xlsx, as it is or with gzip.`,
    es: `El archivo ${file} no tiene un formato del que se lean eventos; parece ${failureWords(looksLike).es}. Envíe CSV, JSON (un objeto, una lista o un objeto por línea) o .xlsx, tal cual o con gzip.`,
  }),
  'file.undecodable': ({ file, encoding, place }) => ({
    en: `The file ${file} holds bytes that are no ${encoding} text (${failureWords(place).en}). Reading on would lose letters. Save it again as UTF-8, or as .xlsx.`,
    es: `El archivo ${file} contiene bytes que no son texto ${encoding} (${failureWords(place).es}). Si se siguiera leyendo, se perderían letras. Guárdelo de nuevo como UTF-8 o como .xlsx.`,
  }),
  'file.corrupt': ({ file, place, reason }) => ({
    en: `The file ${file} is damaged (${failureWords(place).en}): ${failureWords(reason).en}. It may have been cut off on its way; correct it there, or export it again.`,
    es: `El archivo ${file} está dañado (${failureWords(place).es}): ${failureWords(reason).es}. Puede que quedara cortado por el camino; corríjalo ahí o expórtelo de nuevo.`,
  }),
  'file.too-large': ({ file, what, limit, place }) => ({
    en: `The file ${file} is beyond what is read as one file${inBrackets(place).en}: the limit is ${countWords(limit).en} for ${LIMITS[what].en}. ${ADVICE[what]?.en ?? UNLIKELY.en}`,
    es: `El archivo ${file} supera lo que se lee como un solo archivo${inBrackets(place).es}: el límite es ${countWords(limit).es} para ${LIMITS[what].es}. ${ADVICE[what]?.es ?? UNLIKELY.es}`,
  }),
}

const LIMITS: Record<FileLimit, Phrase> = {
  ...WORKBOOK_LIMITS,
  'unpacked-bytes': { en: 'bytes of the file, unpacked', es: 'bytes del archivo, desempaquetado' },
  columns: { en: 'different columns', es: 'columnas distintas' },
}

const IN_PARTS: Phrase = {
  en: 'Send it in parts; events that come twice are counted once.',
  es: 'Envíelo por partes; los eventos que llegan dos veces se cuentan una.',
}
const UNCLOSED: Phrase = {
  en: 'A quote that opens there and is never closed makes one cell of all that follows; a file without line ends makes one row. Correct that, and send it again.',
  es: 'Una comilla que se abre ahí y no se cierra convierte en una celda todo lo que sigue; un archivo sin fines de línea es una sola fila. Corríjalo y envíelo de nuevo.',
}
const ADVICE: Partial<Record<FileLimit, Phrase>> = {
  'file-bytes': IN_PARTS,
  'unpacked-bytes': IN_PARTS,
  cells: IN_PARTS,
  'row-characters': UNCLOSED,
  'cell-characters': UNCLOSED,
  columns: {
    en: 'What differs from row to row belongs in cells, not in headings.',
    es: 'Lo que varía de fila a fila debe ir en celdas, no en encabezados.',
  },
}
const UNLIKELY: Phrase = {
  en: 'It may be damaged or made to do harm; send it unpacked, or export it again.',
  es: 'Puede estar dañado o hecho para causar daño; envíelo desempaquetado o expórtelo de nuevo.',
}

function inBrackets(place: string): Phrase {
  const { en, es } = failureWords(place)
  return place === '' ? { en, es } : { en: ` (${en})`, es: ` (${es})` }
}
