import type { Phrase } from './language.ts'

export type MeasureWord = 'completeness' | 'consistency' | 'uniqueness' | 'validity'

/** What the quality of the inventory is made of. */
export const MEASURE_WORDS: Record<MeasureWord, Phrase> = {
  completeness: { en: 'completeness', es: 'completitud' },
  consistency: { en: 'consistency', es: 'consistencia' },
  uniqueness: { en: 'uniqueness', es: 'unicidad' },
  validity: { en: 'validity', es: 'validez' },
}

/** What each measure is the share of. */
export const MEASURE_MEANINGS: Record<MeasureWord, Phrase> = {
  completeness: { en: 'key fields that are filled', es: 'campos clave con valor' },
  consistency: {
    en: 'TAGs that are a building and a room of the classifier',
    es: 'TAG que son un edificio y un local del clasificador',
  },
  uniqueness: {
    en: 'inventory numbers that occur once',
    es: 'números de inventario que aparecen una sola vez',
  },
  validity: {
    en: 'computers at a location of the classifier, or virtual',
    es: 'computadoras en un local del clasificador, o virtuales',
  },
}

export type FieldWord = 'tag' | 'building' | 'inventory-number' | 'user' | 'serial'

/** The fields that are to be known of every computer. */
export const KEY_FIELD_WORDS: Record<FieldWord, Phrase> = {
  tag: { en: 'TAG', es: 'TAG' },
  building: { en: 'building', es: 'edificio' },
  'inventory-number': { en: 'inventory number', es: 'número de inventario' },
  user: { en: 'user', es: 'usuario' },
  serial: { en: 'serial number', es: 'número de serie' },
}

export type WhyWord =
  | 'blank'
  | 'placeholder'
  | 'not-placed'
  | 'repeated'
  | 'no-hyphen'
  | 'building-unknown'
  | 'description-unknown'
  | 'both-sides-unknown'
  | 'number-empty'
  | 'not-in-finance'
  | 'location-blank'
  | 'location-not-in-classifier'
  | 'location-ambiguous'
  | 'refused-in-books'

/** Why a row fails a measure. */
export const WHY_WORDS: Record<WhyWord, Phrase> = {
  blank: { en: 'blank', es: 'vacío' },
  placeholder: {
    en: 'a word that stands for nothing',
    es: 'una palabra que no dice nada',
  },
  'not-placed': {
    en: 'neither the workbooks nor its TAG say the building',
    es: 'ni los libros ni su TAG dicen el edificio',
  },
  repeated: {
    en: 'this inventory number stands on several computers',
    es: 'este número de inventario está en varias computadoras',
  },
  'no-hyphen': { en: 'no building-room', es: 'no es edificio-local' },
  'building-unknown': {
    en: 'the classifier has no such building',
    es: 'el clasificador no tiene ese edificio',
  },
  'description-unknown': {
    en: 'the classifier has no such room',
    es: 'el clasificador no tiene ese local',
  },
  'both-sides-unknown': {
    en: 'the classifier has neither the building nor the room',
    es: 'el clasificador no tiene ni el edificio ni el local',
  },
  'number-empty': { en: 'no inventory number', es: 'sin número de inventario' },
  'not-in-finance': {
    en: "finance's register does not have it",
    es: 'no está en el registro de finanzas',
  },
  'location-blank': {
    en: 'finance does not say where it stands',
    es: 'finanzas no dice dónde está',
  },
  'location-not-in-classifier': {
    en: 'its location is not in the classifier',
    es: 'su local no está en el clasificador',
  },
  'location-ambiguous': {
    en: 'finance names several locations',
    es: 'finanzas indica varios locales',
  },
  'refused-in-books': {
    en: "its row in finance's register could not be read",
    es: 'su fila en el registro de finanzas no se pudo leer',
  },
}

/** How grave a problem is. */
export const PROBLEM_SEVERITY_WORDS: Record<'critical' | 'warning' | 'info', Phrase> = {
  critical: { en: 'critical', es: 'crítico' },
  warning: { en: 'warning', es: 'advertencia' },
  info: { en: 'notice', es: 'aviso' },
}

/** Titles and columns of what an analysis tells. */
export const ANALYZE_WORDS = {
  measure: { en: 'Measure', es: 'Medida' },
  field: { en: 'Field', es: 'Campo' },
  meaning: { en: 'Share of', es: 'Proporción de' },
  why: { en: 'Why', es: 'Por qué' },
  value: { en: 'What stands there', es: 'Lo que hay' },
  key: { en: 'Number in OCS', es: 'Número en OCS' },
  hostname: { en: 'Host name', es: 'Nombre del equipo' },
  inventoryNumber: { en: 'Inventory number', es: 'Número de inventario' },
  tag: { en: 'TAG as it is', es: 'TAG actual' },
  serial: { en: 'Serial number', es: 'Número de serie' },
  user: { en: 'User', es: 'Usuario' },
  building: { en: 'Building', es: 'Edificio' },
  municipality: { en: 'Municipality', es: 'Municipio' },
  scope: { en: 'Of', es: 'De' },
  place: { en: 'Place', es: 'Lugar' },
  devices: { en: 'Computers', es: 'Computadoras' },
  tagged: { en: 'With TAG', es: 'Con TAG' },
  score: { en: 'Score', es: 'Puntuación' },
  grade: { en: 'Grade', es: 'Nota' },
  weight: { en: 'Weight', es: 'Peso' },
  points: { en: 'Points', es: 'Puntos' },
  passed: { en: 'Pass', es: 'Cumplen' },
  of: { en: 'Asked', es: 'Exigidos' },
  percent: { en: 'Per cent', es: 'Por ciento' },
  failing: { en: 'Failing', es: 'Fallan' },
  gain: { en: 'Would give', es: 'Daría' },
  rows: { en: 'The rows', es: 'Las filas' },
  command: { en: 'Command', es: 'Comando' },
  day: { en: 'Day', es: 'Día' },
  coverage: { en: 'TAG coverage', es: 'Cobertura de TAG' },
  category: { en: 'Category', es: 'Categoría' },
  severity: { en: 'Severity', es: 'Gravedad' },
  title: { en: 'What', es: 'Qué' },
  description: { en: 'In words', es: 'En palabras' },
  suggestion: { en: 'What to do', es: 'Qué hacer' },
  affected: { en: 'Affected', es: 'Afectadas' },
} as const satisfies Record<string, Phrase>

/** Of what quality is told. */
export const SCOPE_WORDS: Record<'all' | 'site' | 'building', Phrase> = {
  all: { en: 'everything', es: 'todo' },
  site: { en: 'a municipality', es: 'un municipio' },
  building: { en: 'a building', es: 'un edificio' },
}
