import type { Phrase } from '../language.ts'

/** Why a row of a file of events is none, or the file cannot be read on, by our codes. */
export const EVENT_REASONS: ReadonlyMap<string, Phrase> = new Map([
  [
    'more-cells-than-headings',
    { en: 'it has more cells than there are headings', es: 'tiene más celdas que encabezados hay' },
  ],
  [
    'text-after-quote',
    {
      en: 'text follows a closing quote; a quote within a cell must be doubled',
      es: 'hay texto después de una comilla de cierre; una comilla dentro de una celda debe ir duplicada',
    },
  ],
  ['no-object', { en: 'it is no JSON object', es: 'no es un objeto JSON' }],
  [
    'nested-too-deep',
    {
      en: 'it holds a list, or an object within an object; only one level, such as tags.region, becomes columns',
      es: 'contiene una lista, o un objeto dentro de otro; solo un nivel, como tags.region, se convierte en columnas',
    },
  ],
  [
    'key-twice',
    {
      en: 'two of its members would be the same column',
      es: 'dos de sus miembros serían la misma columna',
    },
  ],
  [
    'several-event-lists',
    {
      en: 'its JSON object has several lists, and only one can hold the events',
      es: 'su objeto JSON tiene varias listas, y solo una puede contener los eventos',
    },
  ],
  [
    'gzip-cut-off',
    { en: 'the gzip data ends too early', es: 'los datos gzip terminan antes de tiempo' },
  ],
])
