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

/** Why a cell or row was refused, and what to do with it. */
export const REJECTION_WORDS: Record<RejectionWord, Phrase> = {
  'number-missing': {
    en: 'The inventory number is blank; fill it in.',
    es: 'El número de inventario está en blanco; complételo.',
  },
  'number-is-virtual-machine-word': {
    en: 'The inventory number is a word for a virtual machine, which is no asset; give the real number or remove the row.',
    es: 'El número de inventario es una palabra de máquina virtual, que no es un activo; ponga el número real o quite la fila.',
  },
  'number-imprecise': {
    en: 'The cell holds a number whose last digits may be lost; type it as text.',
    es: 'La celda contiene un número que pudo perder sus últimos dígitos; escríbalo como texto.',
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
    en: 'The location id is blank; fill it in.',
    es: 'El identificador del local está en blanco; complételo.',
  },
  'row-unreadable': {
    en: 'The row could not be read as a record.',
    es: 'La fila no se pudo leer como registro.',
  },
}

export type NoteWord =
  | 'other-sheet-used'
  | 'other-files-ignored'
  | 'date1904'
  | 'shown-with-leading-zeros'
  | 'inside-merged-cells'
  | 'blank-rows'
  | 'number-typed-as-number'
  | 'empty-word'
  | 'column-missing'
  | 'groups-excluded'
  | 'archived-excluded'

/** What was odd in a delivery that was taken; a note's place and detail stand beside it. */
export const NOTE_WORDS: Record<NoteWord, Phrase> = {
  'other-sheet-used': {
    en: 'The table was found on a sheet other than the first',
    es: 'La tabla se encontró en una hoja que no es la primera',
  },
  'other-files-ignored': {
    en: 'An older file fits the name as well and was left aside',
    es: 'Un archivo más antiguo también corresponde al nombre y se dejó aparte',
  },
  date1904: {
    en: 'The workbook counts its dates from 1904',
    es: 'El libro cuenta sus fechas desde 1904',
  },
  'shown-with-leading-zeros': {
    en: 'A number is shown with leading zeros it does not hold',
    es: 'Un número se muestra con ceros a la izquierda que no contiene',
  },
  'inside-merged-cells': {
    en: 'The cell lies inside merged cells',
    es: 'La celda está dentro de celdas combinadas',
  },
  'blank-rows': { en: 'Blank rows were left out', es: 'Se omitieron filas en blanco' },
  'number-typed-as-number': {
    en: 'Inventory numbers are typed as numbers; leading zeros may be lost',
    es: 'Hay números de inventario escritos como números; pueden faltar ceros a la izquierda',
  },
  'empty-word': {
    en: 'A word stands where an empty cell is meant',
    es: 'Hay una palabra donde se quiere decir celda vacía',
  },
  'column-missing': {
    en: 'A column that is useful but not needed is missing',
    es: 'Falta una columna que es útil pero no necesaria',
  },
  'groups-excluded': {
    en: 'Groups of OCS are no computers and were left out',
    es: 'Los grupos de OCS no son computadoras y se omitieron',
  },
  'archived-excluded': {
    en: 'Computers archived in OCS were left out',
    es: 'Se omitieron las computadoras archivadas en OCS',
  },
}
