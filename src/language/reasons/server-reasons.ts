import type { Phrase } from '../language.ts'

/** Why a database, a plan or LibreOffice failed, by our codes. */
export const SERVER_REASONS: ReadonlyMap<string, Phrase> = new Map([
  [
    'not-written',
    {
      en: 'not written before an interruption, or put back since',
      es: 'no se escribió antes de una interrupción, o después se repuso el anterior',
    },
  ],
  [
    'not-unicode',
    { en: 'the new text is not valid Unicode', es: 'el texto nuevo no es Unicode válido' },
  ],
  [
    'nothing-answers',
    {
      en: 'nothing answers at that address and port',
      es: 'nada responde en esa dirección y puerto',
    },
  ],
  ['unknown-host', { en: 'no host has that name', es: 'ningún servidor tiene ese nombre' }],
  [
    'host-lookup-failed',
    {
      en: 'the name of the host could not be looked up',
      es: 'no se pudo consultar el nombre del servidor',
    },
  ],
  ['no-way-to-host', { en: 'there is no way to that host', es: 'no hay ruta a ese servidor' }],
  ['no-way-to-network', { en: 'there is no way to that network', es: 'no hay ruta a esa red' }],
  [
    'connection-closed',
    { en: 'the server closed the connection', es: 'el servidor cerró la conexión' },
  ],
  ['no-encryption', { en: 'the server offers no encryption', es: 'el servidor no ofrece cifrado' }],
  ['no-reason', { en: 'no reason was given', es: 'no se indicó el motivo' }],
  ['no-such-file', { en: 'there is no such file', es: 'no existe ese archivo' }],
  [
    'no-transactions',
    {
      en: 'accountinfo is kept without transactions, so a batch could not be taken back',
      es: 'accountinfo se guarda sin transacciones, así que un lote no se podría revertir',
    },
  ],
  [
    'while-committing',
    {
      en: 'while committing, so it is not known whether the batch was written',
      es: 'al confirmar, así que no se sabe si el lote se escribió',
    },
  ],
  [
    'transaction-taken-back',
    {
      en: 'the server took the whole transaction back',
      es: 'el servidor revirtió la transacción entera',
    },
  ],
  [
    'share-exceeded',
    {
      en: 'it changes a larger share of the computers than the guard lets through',
      es: 'cambia una parte de las computadoras mayor que la que permite la guarda',
    },
  ],
  [
    'libreoffice-silent',
    {
      en: 'LibreOffice wrote no picture and gave no reason',
      es: 'LibreOffice no escribió la imagen ni indicó el motivo',
    },
  ],
])

/** The same for codes that name what they are about. */
export const SERVER_REASONS_ABOUT: ReadonlyMap<string, (about: string) => Phrase> = new Map([
  [
    'no-answer',
    (seconds: string) => ({
      en: `no answer in ${seconds} seconds`,
      es: `no respondió en ${seconds} segundos`,
    }),
  ],
  ['database', (name) => ({ en: `the database ${name}`, es: `la base de datos ${name}` })],
  [
    'character-set',
    (message) => ({
      en: `the column's character set cannot hold this text: ${message}`,
      es: `el juego de caracteres de la columna no admite este texto: ${message}`,
    }),
  ],
  [
    'stored-instead',
    (text) => ({
      en: `the database stored ${text} instead`,
      es: `la base de datos guardó ${text} en su lugar`,
    }),
  ],
  [
    'libreoffice-timeout',
    (seconds) => ({
      en: `LibreOffice did not finish within ${seconds} s`,
      es: `LibreOffice no terminó en ${seconds} s`,
    }),
  ],
  [
    'libreoffice-ended',
    (code) => ({
      en: `LibreOffice ended with code ${code}`,
      es: `LibreOffice terminó con el código ${code}`,
    }),
  ],
])
