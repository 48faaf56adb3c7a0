import type { Phrase } from './language.ts'

export type OutcomeWord =
  | 'unchanged'
  | 'planned'
  | 'protected'
  | 'duplicate-not-tagged'
  | 'virtual-machine'
  | 'empty-number'
  | 'not-in-finance'
  | 'location-blank'
  | 'location-not-in-classifier'
  | 'ambiguous-location'
  | 'refused-in-books'
  | 'tag-incomplete'
  | 'tag-unwritable'

/** What came of one OCS row. */
export const OUTCOME_WORDS: Record<OutcomeWord, Phrase> = {
  unchanged: { en: 'TAG is right already', es: 'El TAG ya es correcto' },
  planned: { en: 'TAG is to be changed', es: 'El TAG se va a cambiar' },
  protected: {
    en: 'TAG is protected and stays as it is',
    es: 'El TAG está protegido y se queda como está',
  },
  'duplicate-not-tagged': {
    en: 'Number on several computers; this one is not tagged',
    es: 'Número en varias computadoras; esta no se etiqueta',
  },
  'virtual-machine': { en: 'Virtual machine', es: 'Máquina virtual' },
  'empty-number': { en: 'No inventory number', es: 'Sin número de inventario' },
  'not-in-finance': {
    en: "Inventory number is not in finance's register",
    es: 'El número de inventario no está en el registro de finanzas',
  },
  'location-blank': {
    en: 'Finance gives no location for the asset',
    es: 'Finanzas no indica el local del activo',
  },
  'location-not-in-classifier': {
    en: 'Location is not in the classifier',
    es: 'El local no está en el clasificador',
  },
  'ambiguous-location': {
    en: 'The books give more than one location',
    es: 'Los registros dan más de un local',
  },
  'refused-in-books': {
    en: 'A row that says where it stands was refused',
    es: 'Se rechazó una fila que dice dónde está',
  },
  'tag-incomplete': {
    en: 'Location has no building or no description',
    es: 'El local no tiene edificio o descripción',
  },
  'tag-unwritable': {
    en: 'The TAG cannot be written to OCS',
    es: 'El TAG no se puede escribir en OCS',
  },
}

export type TagFaultWord =
  | 'too-long'
  | 'quote'
  | 'backslash'
  | 'control-character'
  | 'four-byte-character'

/** Why a TAG cannot be written. */
export const TAG_FAULT_WORDS: Record<TagFaultWord, Phrase> = {
  'too-long': {
    en: 'it is longer than the 255 characters of its column',
    es: 'supera los 255 caracteres de su columna',
  },
  quote: { en: 'it holds a quotation mark', es: 'contiene una comilla o un apóstrofo' },
  backslash: { en: 'it holds a backslash', es: 'contiene una barra invertida' },
  'control-character': {
    en: 'it holds a control or invisible character',
    es: 'contiene un carácter de control o invisible',
  },
  'four-byte-character': {
    en: 'it holds a character that OCS cannot store, such as an emoji',
    es: 'contiene un carácter que OCS no puede guardar, como un emoji',
  },
}

export type KeyDifferenceWord =
  | 'invisible-characters'
  | 'accents'
  | 'case'
  | 'letter-for-digit'
  | 'decimal-point'
  | 'punctuation'
  | 'leading-zeros'

/** In what a nearly equal key differs. */
export const KEY_DIFFERENCE_WORDS: Record<KeyDifferenceWord, Phrase> = {
  'invisible-characters': { en: 'invisible characters', es: 'caracteres invisibles' },
  accents: { en: 'accents', es: 'acentos' },
  case: { en: 'upper or lower case', es: 'mayúsculas o minúsculas' },
  'letter-for-digit': {
    en: 'a letter for a digit (O for 0, l or I for 1)',
    es: 'una letra por un dígito (O por 0, l o I por 1)',
  },
  'decimal-point': { en: 'a decimal point with zeros', es: 'un punto decimal con ceros' },
  punctuation: { en: 'punctuation or spaces', es: 'puntuación o espacios' },
  'leading-zeros': { en: 'leading zeros', es: 'ceros a la izquierda' },
}
