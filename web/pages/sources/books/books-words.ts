import type { Words } from '../../../words/phrase.ts'

/** What is said of workbooks. */
export const BOOKS = {
  'finance-register': { en: 'Finance register', es: 'Registro de finanzas' },
  locations: { en: 'Rooms of HR', es: 'Locales de RR. HH.' },
  standing: { en: 'Read now', es: 'Se leen ahora' },
  noFile: {
    en: (pattern: string, folder: string) => `No file like ${pattern} lies in ${folder}.`,
    es: (pattern: string, folder: string) => `No hay ningún archivo como ${pattern} en ${folder}.`,
  },
  changed: { en: (age: string) => `changed ${age}`, es: (age: string) => `modificado ${age}` },
  header: {
    en: (sheet: string, row: string) => `Header in ${sheet}, row ${row}`,
    es: (sheet: string, row: string) => `Encabezado en ${sheet}, fila ${row}`,
  },
  pinned: { en: 'as the configuration points', es: 'según señala la configuración' },
  others: {
    en: (count: string) => `${count} older beside it`,
    es: (count: string) => `${count} anteriores a su lado`,
  },
  drop: { en: 'Check a workbook', es: 'Comprobar un libro' },
  which: { en: 'Which book it is', es: 'Qué libro es' },
  dropHere: {
    en: 'Drop the workbook here (xlsx or csv). It is read and shown; nothing is kept until you put it into place.',
    es: 'Suelte aquí el libro (xlsx o csv). Se lee y se muestra; no se guarda nada hasta que lo ponga en su lugar.',
  },
  reading: { en: 'Reading the workbook', es: 'Leyendo el libro' },
  needsOperator: {
    en: 'Checking workbooks needs the permission “operate”.',
    es: 'Comprobar libros requiere el permiso «operate».',
  },
  away: { en: 'Set aside', es: 'Dejar' },
  records: {
    en: (count: string) => (count === '1' ? '1 row taken' : `${count} rows taken`),
    es: (count: string) => (count === '1' ? '1 fila tomada' : `${count} filas tomadas`),
  },
  before: {
    en: (count: string) => `${count} when last accepted`,
    es: (count: string) => `${count} en la última aceptada`,
  },
  faulty: {
    en: (count: string) => (count === '1' ? '1 fault' : `${count} faults`),
    es: (count: string) => (count === '1' ? '1 falta' : `${count} faltas`),
  },
  faultless: { en: 'no faults', es: 'sin faltas' },
  wouldHold: { en: 'It would be held for a person:', es: 'Quedaría retenido para una persona:' },
  noHeader: { en: 'No table was found:', es: 'No se halló ninguna tabla:' },
  marked: { en: 'Download the marked copy', es: 'Descargar la copia marcada' },
  put: { en: 'Put into place', es: 'Poner en su lugar' },
  putAgain: { en: 'Put it there', es: 'Ponerlo' },
  putTitle: { en: 'Put this workbook into place?', es: '¿Poner este libro en su lugar?' },
  putMore: {
    en: 'It is put beside what lies there, under a name of its own, and the next collection reads it. The faulty rows are left out; if it is held, somebody has to accept it.',
    es: 'Se pone junto a lo que hay, con un nombre propio, y la próxima recopilación lo lee. Las filas con faltas se dejan fuera; si queda retenido, alguien debe aceptarlo.',
  },
  putAs: {
    en: (name: string) => `Put into place as ${name}.`,
    es: (name: string) => `Puesto en su lugar como ${name}.`,
  },
  newest: {
    en: 'The next collection reads this one.',
    es: 'La próxima recopilación leerá este.',
  },
  notNewest: {
    en: 'A newer file lies there, so a collection still reads that one.',
    es: 'Hay un archivo más reciente, así que una recopilación lee todavía ese.',
  },
  mustPin: {
    en: 'By the configuration as it is its table would not be found, so it cannot be put into place yet: put the lines under “Columns” into muster.yaml first.',
    es: 'Con la configuración actual no se hallaría su tabla, así que aún no puede ponerse en su lugar: ponga antes en muster.yaml las líneas de «Columnas».',
  },
  faults: { en: 'Faults, cell by cell', es: 'Faltas, celda por celda' },
  firstOf: {
    en: (shown: string, all: string) => `the first ${shown} of ${all}; the marked copy has all`,
    es: (shown: string, all: string) =>
      `las primeras ${shown} de ${all}; la copia marcada las tiene todas`,
  },
  place: { en: 'Cell', es: 'Celda' },
  stood: { en: 'Stood there', es: 'Decía' },
  why: { en: 'What is wrong, what to do', es: 'Qué está mal, qué hacer' },
  rows: { en: 'First rows as they are read', es: 'Primeras filas como se leen' },
  row: { en: 'Row', es: 'Fila' },
  notes: { en: 'Noted while reading', es: 'Anotado al leer' },
  columns: { en: 'Columns', es: 'Columnas' },
  pointHelp: {
    en: 'Choose what you point at, then its heading in the sheet; the workbook is read anew each time.',
    es: 'Elija qué señala y luego su encabezado en la hoja; el libro se lee de nuevo cada vez.',
  },
  pointAt: { en: 'I point at', es: 'Señalo' },
  sheet: { en: 'Sheet', es: 'Hoja' },
  needed: { en: 'needed', es: 'necesaria' },
  useful: { en: 'useful', es: 'útil' },
  notFound: { en: 'not found', es: 'no hallada' },
  pointCell: {
    en: (field: string, place: string) => `${field} is in column ${place}`,
    es: (field: string, place: string) => `${field} está en la columna ${place}`,
  },
  own: { en: 'As Muster finds them', es: 'Como las halla Muster' },
  yaml: {
    en: 'To have it read so always, put this into muster.yaml:',
    es: 'Para que siempre se lea así, ponga esto en muster.yaml:',
  },
  copy: { en: 'Copy', es: 'Copiar' },
  copied: { en: 'Copied', es: 'Copiado' },
  inventoryNumber: { en: 'Inventory number', es: 'Número de inventario' },
  locationId: { en: 'Room id', es: 'Id del local' },
  id: { en: 'Room id', es: 'Id del local' },
  description: { en: 'Room', es: 'Local' },
  building: { en: 'Building', es: 'Edificio' },
  municipality: { en: 'Municipality', es: 'Municipio' },
} satisfies Words
