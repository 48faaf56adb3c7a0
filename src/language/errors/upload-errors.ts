import { listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Files of events and daily figures that are asked for and not there. */
export const UPLOAD_ERRORS: PhrasesOf<'upload' | 'metric' | 'inbox'> = {
  'upload.not-found': ({ upload }) => ({
    en: `There is no upload ${upload}. "muster uploads" lists them.`,
    es: `No hay ninguna entrega ${upload}. «muster uploads» las lista.`,
  }),
  'inbox.not-configured': () => ({
    en: 'The configuration names no inbox. Say under "events: inbox:" which folder files of events are laid in; it has a folder for each source.',
    es: 'La configuración no nombra ningún buzón. Indique en «events: inbox:» en qué carpeta se dejan los archivos de eventos; tiene una carpeta por fuente.',
  }),
  'inbox.not-found': ({ folder }) => ({
    en: `The inbox ${folder} cannot be read. Make the folder, with a folder in it for each source, or name another under "events: inbox:".`,
    es: `No se puede leer el buzón ${folder}. Cree la carpeta, con una carpeta dentro por fuente, o indique otra en «events: inbox:».`,
  }),
  'metric.not-found': ({ metric, known }) => ({
    en: `No daily figures are known of ${metric}. ${known === null ? '' : `There are: ${listWords(known).en}. `}"muster metrics" lists all.`,
    es: `No se conocen cifras diarias de ${metric}. ${known === null ? '' : `Hay: ${listWords(known).es}. `}«muster metrics» las lista todas.`,
  }),
  'metric.ambiguous': ({ metric, sources }) => ({
    en: `Several sources have a metric ${metric}${sources === null ? '' : `: ${listWords(sources).en}`}. Say with --source which one is meant.`,
    es: `Varias fuentes tienen una métrica ${metric}${sources === null ? '' : `: ${listWords(sources).es}`}. Indique con --source cuál se quiere.`,
  }),
  'metric.no-figure': ({ source, metric, day, first, last }) => ({
    en: `There is no figure of ${metric} (${source}) on ${day}. Its days lie between ${first} and ${last}; "muster metrics ${metric}" lists them.`,
    es: `No hay cifra de ${metric} (${source}) el ${day}. Sus días están entre ${first} y ${last}; «muster metrics ${metric}» los lista.`,
  }),
}
