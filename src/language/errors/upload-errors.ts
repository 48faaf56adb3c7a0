import { listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Files of events and daily figures that are asked for and not there. */
export const UPLOAD_ERRORS: PhrasesOf<'upload' | 'metric'> = {
  'upload.not-found': ({ upload }) => ({
    en: `There is no upload ${upload}. "muster uploads" lists them.`,
    es: `No hay ninguna entrega ${upload}. «muster uploads» las lista.`,
  }),
  'metric.not-found': ({ metric, known }) => ({
    en: `No daily figures are known of ${metric}. There are: ${listWords(known).en}. "muster metrics" lists all.`,
    es: `No se conocen cifras diarias de ${metric}. Hay: ${listWords(known).es}. «muster metrics» las lista todas.`,
  }),
}
