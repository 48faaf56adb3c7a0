import type { Phrase } from './language.ts'

/** What is wrong in a file of golden cases, said after its place. */
export const CASE_FAULTS: readonly (readonly [string, Phrase])[] = [
  [
    'no-cases',
    {
      en: 'it holds no cases; it begins with "cases:", and each case has a name, given and expect',
      es: 'no contiene casos; empieza con «cases:», y cada caso tiene name, given y expect',
    },
  ],
  ['unknown-word', { en: 'a case has no such word', es: 'un caso no tiene esa palabra' }],
  [
    'text-in-quotes',
    {
      en: 'must be a text; put what looks like a number in quotes, or its zeros are lost',
      es: 'debe ser un texto; ponga entre comillas lo que parece un número, o perderá sus ceros',
    },
  ],
  ['day-form', { en: 'must be a day such as 2026-01-31', es: 'debe ser un día como 2026-01-31' }],
  [
    'contact-form',
    {
      en: 'must be such as "3 days ago", "5 hours ago", 2026-01-31, 2026-01-31T08:00Z, or null',
      es: 'debe ser como "3 days ago", "5 hours ago", 2026-01-31, 2026-01-31T08:00Z, o null',
    },
  ],
  [
    'id-form',
    {
      en: 'must be the id at the source, a text or a whole number above 0',
      es: 'debe ser el identificador en la fuente, un texto o un número entero mayor que 0',
    },
  ],
  [
    'hardware-id-form',
    {
      en: 'must be the HARDWARE_ID, a whole number above 0',
      es: 'debe ser el HARDWARE_ID, un número entero mayor que 0',
    },
  ],
  [
    'named-form',
    {
      en: 'must be a name in quotes, or { key: ..., name: ... }',
      es: 'debe ser un nombre entre comillas, o { key: ..., name: ... }',
    },
  ],
  [
    'mac-form',
    {
      en: 'must be a MAC address such as 02:00:00:00:05:0a',
      es: 'debe ser una dirección MAC como 02:00:00:00:05:0a',
    },
  ],
  [
    'cell-form',
    {
      en: 'must be a cell: a text, a number, or null',
      es: 'debe ser una celda: un texto, un número, o null',
    },
  ],
  [
    'control-character',
    {
      en: 'holds a NUL character, which no source delivers',
      es: 'contiene un carácter NUL, que ninguna fuente entrega',
    },
  ],
  [
    'ref-form',
    {
      en: 'must be a source and the id there, such as ninjaone:501',
      es: 'debe ser una fuente y su identificador, como ninjaone:501',
    },
  ],
  [
    'pair-form',
    {
      en: 'must be two records, such as [ninjaone:501, threatlocker:9]',
      es: 'deben ser dos registros, como [ninjaone:501, threatlocker:9]',
    },
  ],
  [
    'decision-form',
    {
      en: 'must be { link: [record, record] }, { unlink: [record, record] } or { place: organisation, at: site }',
      es: 'debe ser { link: [registro, registro] }, { unlink: [registro, registro] } o { place: organización, at: sitio }',
    },
  ],
  [
    'about-what',
    {
      en: 'does not say what the finding is about: give records, or about',
      es: 'no dice de qué trata la discrepancia: indique records o about',
    },
  ],
  [
    'nothing-expected',
    {
      en: 'expects nothing, so it could never fail: give links, findings, tags, records, questions or counts',
      es: 'no espera nada, así que nunca podría fallar: indique links, findings, tags, records, questions o counts',
    },
  ],
  [
    'nothing-given',
    { en: 'gives no record of any source', es: 'no da ningún registro de ninguna fuente' },
  ],
  [
    'source-name',
    {
      en: 'is no name of a source: small letters, digits and hyphens',
      es: 'no es el nombre de una fuente: letras minúsculas, dígitos y guiones',
    },
  ],
  [
    'no-such-source',
    {
      en: 'is no source of machines that this case gives',
      es: 'no es una fuente de equipos que dé este caso',
    },
  ],
  [
    'id-twice',
    {
      en: 'this source has a record of that id already',
      es: 'esta fuente ya tiene un registro con ese identificador',
    },
  ],
  [
    'today-missing',
    {
      en: 'a date means nothing without the day of the case: give today, or say it as "3 days ago"',
      es: 'una fecha no dice nada sin el día del caso: indique today, o dígalo como "3 days ago"',
    },
  ],
  ['no-such-record', { en: 'the case gives no such record', es: 'el caso no da ese registro' }],
  [
    'no-such-organisation',
    {
      en: 'no record of the case is of that organisation',
      es: 'ningún registro del caso es de esa organización',
    },
  ],
  ['same-record', { en: 'names one record twice', es: 'nombra dos veces el mismo registro' }],
  [
    'in-two-machines',
    {
      en: 'this record stands in a group before; it cannot be of two machines',
      es: 'este registro ya está en un grupo; no puede ser de dos equipos',
    },
  ],
  [
    'books-missing',
    {
      en: 'TAGs are decided from ocs, finance and locations; the case does not give all three',
      es: 'los TAG se deciden con ocs, finance y locations; el caso no da los tres',
    },
  ],
  ['no-such-row', { en: 'the case gives no such row of ocs', es: 'el caso no da esa fila de ocs' }],
  ['row-twice', { en: 'this row stands there before', es: 'esta fila ya está antes' }],
  [
    'name-twice',
    {
      en: 'another case of this file has that name',
      es: 'otro caso de este archivo tiene ese nombre',
    },
  ],
]
