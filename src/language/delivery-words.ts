import type { Phrase } from './language.ts'

export type RejectionWord =
  | 'number-missing'
  | 'number-is-virtual-machine-word'
  | 'number-imprecise'
  | 'formula-without-value'
  | 'error-value'
  | 'date-for-text'
  | 'boolean-for-text'
  | 'control-character'
  | 'too-long'
  | 'location-id-missing'
  | 'row-unreadable'
  | 'id-repeated'
  | 'id-missing'

/** Why a cell or row was refused, and what to do with it. */
export const REJECTION_WORDS: Record<RejectionWord, Phrase> = {
  'number-missing': {
    en: 'The inventory number is blank, or a word such as NA stands in its place; fill it in.',
    es: 'El número de inventario está en blanco, o una palabra como NA ocupa su lugar; complételo.',
  },
  'number-is-virtual-machine-word': {
    en: 'The inventory number is a word for a virtual machine, which is no asset; give the real number or remove the row.',
    es: 'El número de inventario es una palabra de máquina virtual, que no es un activo; ponga el número real o quite la fila.',
  },
  'number-imprecise': {
    en: 'The cell holds a number of more digits than a spreadsheet keeps, so its last ones may be lost; type it as text.',
    es: 'La celda contiene un número de más dígitos de los que guarda una hoja de cálculo, y los últimos pueden haberse perdido; escríbalo como texto.',
  },
  'formula-without-value': {
    en: 'The cell holds a formula without a saved result; open the workbook, calculate and save it.',
    es: 'La celda contiene una fórmula sin resultado guardado; abra el libro, calcule y guárdelo.',
  },
  'error-value': {
    en: 'The cell holds an error such as #N/A; correct its formula.',
    es: 'La celda contiene un error como #N/D; corrija su fórmula.',
  },
  'date-for-text': {
    en: 'The cell holds a date where text is expected; format it as text and type it again.',
    es: 'La celda contiene una fecha donde se espera texto; dele formato de texto y escríbala de nuevo.',
  },
  'boolean-for-text': {
    en: 'The cell holds TRUE or FALSE where text is expected; type the text.',
    es: 'La celda contiene VERDADERO o FALSO donde se espera texto; escriba el texto.',
  },
  'control-character': {
    en: 'The text holds a control character; type it again.',
    es: 'El texto contiene un carácter de control; escríbalo de nuevo.',
  },
  'too-long': {
    en: 'The text is too long for this column; check whether cells were joined.',
    es: 'El texto es demasiado largo para esta columna; compruebe si se unieron celdas.',
  },
  'location-id-missing': {
    en: 'The location id is blank, or a word such as NA stands in its place; fill it in.',
    es: 'El identificador del local está en blanco, o una palabra como NA ocupa su lugar; complételo.',
  },
  'id-repeated': {
    en: 'A row before it has the same id; only the first was taken.',
    es: 'Una fila anterior tiene el mismo identificador; solo se tomó la primera.',
  },
  'row-unreadable': {
    en: 'The row could not be read as a record.',
    es: 'La fila no se pudo leer como un registro.',
  },
  'id-missing': {
    en: 'The row has no id of its own in its source, so it could not be recognised on another day.',
    es: 'La fila no tiene un identificador propio en su fuente, así que otro día no se la podría reconocer.',
  },
}

export type NoteWord =
  | 'other-files-ignored'
  | 'other-sheet-used'
  | 'other-sheets-ignored'
  | 'date1904'
  | 'column-missing'
  | 'blank-rows'
  | 'number-typed-as-number'
  | 'shown-with-leading-zeros'
  | 'empty-word'
  | 'optional-cell-unreadable'
  | 'inside-merged-cells'
  | 'unapproved-excluded'
  | 'deleted-excluded'
  | 'repeated-between-pages'
  | 'repeated-key'
  | 'organisation-unknown'
  | 'groups-excluded'
  | 'archived-excluded'
  | 'scopes-unknown'
  | 'guests-unknown'

/** What was odd in a delivery that was taken; the note's place and detail (how many, or a name) stand beside it. */
export const NOTE_WORDS: Record<NoteWord, Phrase> = {
  'other-files-ignored': {
    en: 'An older file fits the name as well and was left aside',
    es: 'Un archivo más antiguo también corresponde al nombre y se dejó de lado',
  },
  'other-sheet-used': {
    en: 'The table was found on a sheet other than the first',
    es: 'La tabla se encontró en una hoja que no es la primera',
  },
  'other-sheets-ignored': {
    en: 'Another sheet holds such a table as well and was left aside; pin the right one as sheet',
    es: 'Otra hoja también contiene una tabla así y se dejó de lado; indique la correcta con sheet',
  },
  date1904: {
    en: 'The workbook counts its dates from 1904',
    es: 'El libro cuenta sus fechas desde 1904',
  },
  'column-missing': {
    en: 'A column that is useful but not needed is missing, or stands there more than once',
    es: 'Falta una columna que es útil pero no necesaria, o aparece más de una vez',
  },
  'blank-rows': {
    en: 'Rows were left out whose cells are blank in every column needed',
    es: 'Se omitieron filas cuyas celdas están en blanco en todas las columnas necesarias',
  },
  'number-typed-as-number': {
    en: 'Cells are typed as numbers where text identifies something; zeros at their ends may be lost',
    es: 'Hay celdas escritas como números donde se espera un identificador de texto; pueden faltar ceros al principio o al final',
  },
  'shown-with-leading-zeros': {
    en: 'Numbers are shown with leading zeros that the cells do not hold, and were taken without them',
    es: 'Hay números que se muestran con ceros a la izquierda que las celdas no contienen, y se tomaron sin ellos',
  },
  'empty-word': {
    en: 'A word such as NA stands where an empty cell is meant, and was taken for one',
    es: 'Donde debería haber una celda vacía hay una palabra como NA, y se tomó por vacía',
  },
  'optional-cell-unreadable': {
    en: 'Cells of a column that is not needed could not be read and were left out',
    es: 'No se pudieron leer celdas de una columna que no es necesaria y se omitieron',
  },
  'inside-merged-cells': {
    en: 'Cells are blank because they lie inside merged cells, which keep their value in the first one only',
    es: 'Hay celdas en blanco por estar dentro de celdas combinadas, que solo guardan su valor en la primera',
  },
  'unapproved-excluded': {
    en: 'Devices not approved at the vendor, or decommissioned there, were left out',
    es: 'Se omitieron dispositivos no aprobados por el proveedor, o retirados en él',
  },
  'deleted-excluded': {
    en: 'Devices deleted at the vendor were left out',
    es: 'Se omitieron dispositivos eliminados en el proveedor',
  },
  'repeated-between-pages': {
    en: 'Rows came on more than one page, because the list moved while it was read, and were taken once',
    es: 'Hay filas que llegaron en más de una página, porque la lista cambió mientras se leía, y se tomaron una sola vez',
  },
  'repeated-key': {
    en: 'Rows bear the id of another row of the same delivery, and only one row of each id was taken',
    es: 'Hay filas con el mismo identificador que otra de la misma entrega, y solo se tomó una por identificador',
  },
  'organisation-unknown': {
    en: "Devices belong to an organisation that is not in the vendor's list, and were taken with what they say of it themselves",
    es: 'Hay dispositivos de una organización que no está en la lista del proveedor, y se tomaron con lo que ellos mismos dicen de ella',
  },
  'groups-excluded': {
    en: 'Groups of OCS are no computers and were left out',
    es: 'Los grupos de OCS no son computadoras y se omitieron',
  },
  'scopes-unknown': {
    en: 'This account cannot read who may see which TAG, so nobody is warned whose sight of computers would change; grant it the table, or there is none',
    es: 'Esta cuenta no puede leer quién ve cada TAG, así que no se avisa a quién le cambiaría lo que ve; dele la tabla, o no la hay',
  },
  'guests-unknown': {
    en: 'This account cannot read which virtual machines hosts report, so that evidence is missing; grant it the table, or there is none',
    es: 'Esta cuenta no puede leer qué máquinas virtuales informan los anfitriones, así que falta ese indicio; dele la tabla, o no la hay',
  },
  'archived-excluded': {
    en: 'Computers archived in OCS were left out',
    es: 'Se omitieron las computadoras archivadas en OCS',
  },
}

export type MissingWord = 'fewer-than-said' | 'changed-between-pages'

/** What of a delivery is not there; its place, and how many were expected and received, stand beside it. */
export const MISSING_WORDS: Record<MissingWord, Phrase> = {
  'fewer-than-said': {
    en: 'The source says it has more than it gave',
    es: 'La fuente dice tener más de lo que entregó',
  },
  'changed-between-pages': {
    en: 'The list changed while it was read page by page, so rows may have been skipped',
    es: 'La lista cambió mientras se leía página a página, así que pueden haberse saltado filas',
  },
}
