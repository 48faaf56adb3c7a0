import { failureWords } from './failure-words.ts'
import type { Phrase } from './language.ts'

export type EventFaultWord =
  | 'time-blank'
  | 'time-needs-format'
  | 'time-not-in-format'
  | 'time-not-in-calendar'
  | 'time-out-of-range'
  | 'time-not-epoch'
  | 'time-unknown'
  | 'number-blank'
  | 'number-true-false'
  | 'number-not-finite'
  | 'number-separators'
  | 'number-too-long'
  | 'number-unknown'
  | 'metric-blank'
  | 'metric-too-long'
  | 'metric-control-character'
  | 'source-too-long'
  | 'source-control-character'
  | 'source-reserved'
  | 'text-too-long'
  | 'text-not-keepable'
  | 'too-many-cells'
  | 'columns-unclear'

/** Why a cell of a file of events was refused, and what to do with it. */
export const EVENT_FAULT_WORDS: Record<EventFaultWord, Phrase> = {
  'time-blank': {
    en: 'The time is blank; give one such as 2026-01-31T08:00:00Z.',
    es: 'La fecha está en blanco; indique una como 2026-01-31T08:00:00Z.',
  },
  'time-needs-format': {
    en: 'The date can be read in more than one way; say in the mapping profile how dates are written, such as DD/MM/YYYY, or write it as 2026-01-31.',
    es: 'La fecha se puede leer de más de una manera; indique en el perfil de la fuente cómo se escriben las fechas, como DD/MM/YYYY, o escríbala como 2026-01-31.',
  },
  'time-not-in-format': {
    en: 'The date is not written as the mapping profile says; correct the date, or the format in the profile.',
    es: 'La fecha no está escrita como dice el perfil de la fuente; corrija la fecha, o el formato en el perfil.',
  },
  'time-not-in-calendar': {
    en: 'There is no such day or time of day, such as 30 February or 25:00; correct it.',
    es: 'No existe ese día u hora, como el 30 de febrero o las 25:00; corríjalo.',
  },
  'time-out-of-range': {
    en: 'The year is not between 1900 and 2299; such dates often stand for none at all. Give the real one, or remove the row.',
    es: 'El año no está entre 1900 y 2299; esas fechas suelen significar que no hay ninguna. Ponga la verdadera, o quite la fila.',
  },
  'time-not-epoch': {
    en: 'The number is no time: counted from 1970, seconds have 9 or 10 digits, milliseconds 12 or 13, microseconds 15 or 16. Write the time as 2026-01-31T08:00:00Z.',
    es: 'El número no es una fecha: contados desde 1970, los segundos tienen 9 o 10 dígitos, los milisegundos 12 o 13 y los microsegundos 15 o 16. Escriba la fecha como 2026-01-31T08:00:00Z.',
  },
  'time-unknown': {
    en: 'This is no time that can be read; write it as 2026-01-31, 2026-01-31 08:00 or 2026-01-31T08:00:00-05:00.',
    es: 'Esto no es una fecha que se pueda leer; escríbala como 2026-01-31, 2026-01-31 08:00 o 2026-01-31T08:00:00-05:00.',
  },
  'number-blank': {
    en: 'The number is blank; fill it in, or remove the row. Nothing is not zero.',
    es: 'El número está en blanco; complételo, o quite la fila. Nada no es cero.',
  },
  'number-true-false': {
    en: 'Where a number belongs stands true or false; write a number, such as 1 or 0.',
    es: 'Donde va un número hay verdadero o falso; escriba un número, como 1 o 0.',
  },
  'number-not-finite': {
    en: 'The number is infinite or none at all (NaN); give the real one, or remove the row.',
    es: 'El número es infinito o no es un número (NaN); ponga el verdadero, o quite la fila.',
  },
  'number-separators': {
    en: 'The number has separators that could mean decimals or thousands; say in the mapping profile what they are, or write it as 1234.56.',
    es: 'El número tiene separadores que podrían ser de decimales o de miles; indique en el perfil de la fuente qué son, o escríbalo como 1234.56.',
  },
  'number-too-long': {
    en: 'The number has more than 350 digits on one side of the point; check whether cells were joined.',
    es: 'El número tiene más de 350 dígitos a un lado del punto; compruebe si se unieron celdas.',
  },
  'number-unknown': {
    en: 'This is no number; write digits only, such as 1234.56 or -3, without a unit or a currency.',
    es: 'Esto no es un número; escriba solo dígitos, como 1234.56 o -3, sin unidad ni moneda.',
  },
  'metric-blank': {
    en: 'The name of the metric is blank; fill it in.',
    es: 'El nombre de la métrica está en blanco; complételo.',
  },
  'metric-too-long': {
    en: 'The name of the metric has more than 120 characters; shorten it.',
    es: 'El nombre de la métrica tiene más de 120 caracteres; acórtelo.',
  },
  'metric-control-character': {
    en: 'The name of the metric holds a line break or another control character; write it again.',
    es: 'El nombre de la métrica contiene un salto de línea u otro carácter de control; escríbalo de nuevo.',
  },
  'source-too-long': {
    en: 'The name of the source has more than 120 characters; shorten it.',
    es: 'El nombre de la fuente tiene más de 120 caracteres; acórtelo.',
  },
  'source-reserved': {
    en: 'The source "muster" is that of the figures of this installation itself; name another.',
    es: 'La fuente «muster» es la de las cifras de esta misma instalación; indique otra.',
  },
  'source-control-character': {
    en: 'The name of the source holds a line break or another control character; write it again.',
    es: 'El nombre de la fuente contiene un salto de línea u otro carácter de control; escríbalo de nuevo.',
  },
  'text-too-long': {
    en: 'The name of the user or device has more than 500 characters; check whether cells were joined.',
    es: 'El nombre del usuario o dispositivo tiene más de 500 caracteres; compruebe si se unieron celdas.',
  },
  'text-not-keepable': {
    en: 'The text holds characters that are no text, such as NUL; write it again.',
    es: 'El texto contiene caracteres que no son texto, como NUL; escríbalo de nuevo.',
  },
  'too-many-cells': {
    en: 'The cell has no heading over it; give its column a heading, or empty the cell.',
    es: 'La celda no tiene encabezado; ponga un encabezado a su columna, o vacíe la celda.',
  },
  'columns-unclear': {
    en: 'The row has another value for the same thing under another name; keep one of them, or say in the mapping profile which counts.',
    es: 'La fila tiene otro valor para lo mismo con otro nombre; deje uno de los dos, o indique en el perfil de la fuente cuál vale.',
  },
}

const WORDS: ReadonlyMap<string, Phrase> = new Map(Object.entries(EVENT_FAULT_WORDS))

/** Why a row of a file of events was refused: for its cell, or because it is no row at all. */
export function eventFaultWords(reason: string): Phrase {
  const { en, es } = failureWords(reason)
  return (
    WORDS.get(reason) ?? {
      en: `The row cannot be read: ${en}.`,
      es: `La fila no se puede leer: ${es}.`,
    }
  )
}
