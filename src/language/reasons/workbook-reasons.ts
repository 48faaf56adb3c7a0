import type { Phrase } from '../language.ts'

/** What is wrong with a file or one of its parts, and where, by our codes. */
export const WORKBOOK_REASONS: ReadonlyMap<string, Phrase> = new Map([
  ['missing', { en: 'it is missing', es: 'falta' }],
  ['json-broken', { en: 'it is no valid JSON there', es: 'ahí no es JSON válido' }],
  [
    'no-list',
    {
      en: 'it is JSON, but neither a list nor an object with one (set list to the member that holds the devices)',
      es: 'es JSON, pero no es una lista ni un objeto que tenga una (indique en list el miembro que contiene los dispositivos)',
    },
  ],
  [
    'several-lists',
    {
      en: 'its JSON object has several lists; say with list which one holds the devices',
      es: 'su objeto JSON tiene varias listas; indique con list cuál contiene los dispositivos',
    },
  ],
  ['not-a-file', { en: 'it is not a file', es: 'no es un archivo' }],
  [
    'own-source',
    { en: 'it is the workbook to be marked', es: 'es el mismo libro que se va a marcar' },
  ],
  [
    'input-folder',
    {
      en: 'the workbooks are read from this folder, and the copy would be taken for one of them; choose another folder',
      es: 'de esta carpeta se leen los libros, y la copia se tomaría por uno de ellos; elija otra carpeta',
    },
  ],
  ['zip-directory', { en: 'zip directory', es: 'directorio zip' }],
  ['empty-file', { en: 'an empty file', es: 'un archivo vacío' }],
  ['binary', { en: 'binary data', es: 'datos binarios' }],
  [
    'no-end-record',
    {
      en: 'it was cut off before its end, or is no zip file',
      es: 'quedó cortado antes de su final, o no es un archivo zip',
    },
  ],
  [
    'longer-than-told',
    {
      en: 'it is longer than the zip file says',
      es: 'es más larga de lo que indica el archivo zip',
    },
  ],
  [
    'shorter-than-told',
    {
      en: 'it is shorter than the zip file says',
      es: 'es más corta de lo que indica el archivo zip',
    },
  ],
  [
    'wrong-checksum',
    { en: 'its checksum (CRC-32) is wrong', es: 'su suma de control (CRC-32) no coincide' },
  ],
  [
    'foreign-bytes',
    { en: 'foreign bytes follow its end', es: 'hay bytes ajenos después de su final' },
  ],
  [
    'document-type',
    {
      en: 'it declares a document type, which a workbook may not',
      es: 'declara un tipo de documento, lo que un libro no puede hacer',
    },
  ],
  ['ends-early', { en: 'it ends too early', es: 'termina antes de tiempo' }],
  [
    'relationship-without-part',
    { en: 'a relationship names no part', es: 'una relación no nombra ninguna parte' },
  ],
  ['sheet-without-name', { en: 'a sheet has no name', es: 'una hoja no tiene nombre' }],
  [
    'merge-without-address',
    { en: 'a merged range has no address', es: 'un rango combinado no tiene dirección' },
  ],
  [
    'beyond-last-column',
    { en: 'it is beyond the last column', es: 'está más allá de la última columna' },
  ],
  ['no-sheets', { en: 'the workbook lists no sheets', es: 'el libro no enumera hojas' }],
  ['no-root', { en: 'it has no root element', es: 'no tiene elemento raíz' }],
  [
    'no-rows-section',
    { en: 'the sheet has no rows section', es: 'la hoja no tiene sección de filas' },
  ],
  [
    'rows-never-closed',
    { en: 'the rows section is never closed', es: 'la sección de filas no se cierra' },
  ],
  ['row-without-end', { en: 'a row or section has no end', es: 'una fila o sección no tiene fin' }],
  ['drawing-never-closed', { en: 'the drawing is never closed', es: 'el dibujo no se cierra' }],
  [
    'comments-without-list',
    {
      en: 'the comments part has no list of comments',
      es: 'la parte de comentarios no tiene lista de comentarios',
    },
  ],
  [
    'comments-without-authors',
    { en: 'the comments part names no authors', es: 'la parte de comentarios no nombra autores' },
  ],
  [
    'quote-never-closed',
    {
      en: 'a quote that opens in this row is never closed',
      es: 'una comilla que se abre en esta fila no se cierra',
    },
  ],
  [
    'part-without-name',
    { en: 'a part of it has no name', es: 'una de sus partes no tiene nombre' },
  ],
  [
    'quote-inside-cell',
    {
      en: 'a quote stands inside a cell; a cell with quotes must be quoted, and its quotes doubled',
      es: 'hay una comilla dentro de una celda; una celda con comillas debe ir entre comillas, y las suyas duplicadas',
    },
  ],
])

/** The same for codes that name what they are about: a line, a part, a row. */
export const WORKBOOK_REASONS_ABOUT: ReadonlyMap<string, (about: string) => Phrase> = new Map([
  ['line', (x: string) => ({ en: `line ${x}`, es: `línea ${x}` })],
  ['item', (x) => ({ en: `item ${x}`, es: `elemento ${x}` })],
  ['byte', (x) => ({ en: `byte ${x}`, es: `byte ${x}` })],
  ['part-twice', (x) => ({ en: `two parts are named ${x}`, es: `dos partes se llaman ${x}` })],
  [
    'parts-overlap',
    (x) => ({ en: `the part ${x} overlaps another`, es: `la parte ${x} se solapa con otra` }),
  ],
  [
    'not-unpackable',
    (x) => ({ en: `it cannot be unpacked (${x})`, es: `no se puede desempaquetar (${x})` }),
  ],
  [
    'unknown-compression',
    (x) => ({
      en: `its compression method ${x} is not known`,
      es: `su método de compresión ${x} no se conoce`,
    }),
  ],
  [
    'unknown-entity',
    (x) => ({ en: `it holds the unknown entity ${x}`, es: `contiene la entidad desconocida ${x}` }),
  ],
  ['closes-nothing', (x) => ({ en: `</${x}> closes nothing`, es: `</${x}> no cierra nada` })],
  ['never-closed', (x) => ({ en: `<${x}> is never closed`, es: `<${x}> no se cierra` })],
  [
    'unexpected-declaration',
    (x) => ({
      en: `it holds the unexpected declaration ${x}`,
      es: `contiene la declaración inesperada ${x}`,
    }),
  ],
  [
    'no-tag-name',
    (x) => ({ en: `a tag has no name in ${x}`, es: `una etiqueta no tiene nombre en ${x}` }),
  ],
  ['not-a-number', (x) => ({ en: `${x} is not a number`, es: `${x} no es un número` })],
  ['no-cell-address', (x) => ({ en: `"${x}" is no cell`, es: `«${x}» no es una celda` })],
  [
    'row-out-of-order',
    (x) => ({
      en: `row ${x} stands after a later row`,
      es: `la fila ${x} está después de otra posterior`,
    }),
  ],
  [
    'row-beyond-sheet',
    (x) => ({
      en: `row ${x} is beyond the last row`,
      es: `la fila ${x} está más allá de la última`,
    }),
  ],
  ['other-row', (x) => ({ en: `it stands in row ${x}`, es: `está en la fila ${x}` })],
  [
    'after-column',
    (x) => ({ en: `it follows column ${x}`, es: `está después de la columna ${x}` }),
  ],
  [
    'unknown-shared-text',
    (x) => ({
      en: `it refers to the shared text ${x}, which there is not`,
      es: `remite al texto compartido ${x}, que no existe`,
    }),
  ],
  [
    'unknown-type',
    (x) => ({ en: `its type "${x}" is not known`, es: `su tipo «${x}» no se conoce` }),
  ],
  [
    'neither-true-nor-false',
    (x) => ({ en: `"${x}" is neither true nor false`, es: `«${x}» no es ni verdadero ni falso` }),
  ],
  [
    'sheet-without-part',
    (x) => ({
      en: `the sheet "${x}" refers to no part`,
      es: `la hoja «${x}» no remite a ninguna parte`,
    }),
  ],
  [
    'sheet-part-missing',
    (x) => ({
      en: `the part of the sheet "${x}" is missing`,
      es: `falta la parte de la hoja «${x}»`,
    }),
  ],
])
