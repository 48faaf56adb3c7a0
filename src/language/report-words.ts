import type { Phrase } from './language.ts'

/** The sheets of a report that list something; these names never change. */
export type ListWord =
  | 'Planned_Changes'
  | 'Planned_Names'
  | 'Empty_Inventories'
  | 'VM_Inventories'
  | 'Locations_Not_In_Classifier'
  | 'Duplicate_Inventories'
  | 'DB_Not_In_AR01'
  | 'AR01_Not_In_DB'
  | 'AR01_Location_Blank'
  | 'Ambiguous'
  | 'Unusable_Tags'
  | 'Protected_Tags'
  | 'Duplicate_Not_Tagged'
  | 'Access_Changes'
  | 'Since_Last_Run'
  | 'Rejected_Cells'

/** What each sheet lists. */
export const LIST_WORDS: Record<ListWord, Phrase> = {
  Planned_Changes: {
    en: 'TAGs to be replaced, and what became of each',
    es: 'TAG por reemplazar, y en qué quedó cada uno',
  },
  Planned_Names: {
    en: 'Names to be replaced, and what became of each',
    es: 'Nombres por reemplazar, y en qué quedó cada uno',
  },
  Empty_Inventories: {
    en: 'Computers without an inventory number',
    es: 'Computadoras sin número de inventario',
  },
  VM_Inventories: { en: 'Virtual machines', es: 'Máquinas virtuales' },
  Locations_Not_In_Classifier: {
    en: 'Computers whose location is not in the classifier',
    es: 'Computadoras cuyo local no está en el clasificador',
  },
  Duplicate_Inventories: {
    en: 'Inventory numbers borne by several computers',
    es: 'Números de inventario que llevan varias computadoras',
  },
  DB_Not_In_AR01: {
    en: 'Computers whose number finance does not list',
    es: 'Computadoras cuyo número no figura en finanzas',
  },
  AR01_Not_In_DB: {
    en: 'Assets of finance that no computer in OCS bears',
    es: 'Activos de finanzas que ninguna computadora de OCS lleva',
  },
  AR01_Location_Blank: {
    en: 'Assets to which finance gives no location',
    es: 'Activos para los que finanzas no indica el local',
  },
  Ambiguous: {
    en: 'Computers whose location the books leave unclear',
    es: 'Computadoras cuyo local no queda claro en los registros',
  },
  Unusable_Tags: {
    en: 'Computers whose TAG cannot be formed or written',
    es: 'Computadoras cuyo TAG no se puede formar o escribir',
  },
  Protected_Tags: {
    en: 'Computers whose TAG a person set on purpose',
    es: 'Computadoras cuyo TAG puso una persona a propósito',
  },
  Duplicate_Not_Tagged: {
    en: 'Computers left as they are because another bears the number',
    es: 'Computadoras que no se tocan porque otra lleva su número',
  },
  Access_Changes: {
    en: 'OCS logins that would see other computers than before',
    es: 'Usuarios de OCS que verían computadoras distintas de las de antes',
  },
  Since_Last_Run: {
    en: 'Disagreements new or gone since the plan before',
    es: 'Discrepancias nuevas o resueltas desde el plan anterior',
  },
  Rejected_Cells: {
    en: 'Cells and rows that were refused, and why',
    es: 'Celdas y filas rechazadas, y por qué',
  },
}

export type ColumnWord =
  | 'municipality'
  | 'building'
  | 'location'
  | 'description'
  | 'hardwareId'
  | 'computerId'
  | 'site'
  | 'organisation'
  | 'hostname'
  | 'serial'
  | 'lastContact'
  | 'inventoryNumber'
  | 'tag'
  | 'oldTag'
  | 'newTag'
  | 'oldName'
  | 'newName'
  | 'rmmRecord'
  | 'comparedOn'
  | 'expectedTag'
  | 'financeCell'
  | 'classifierCell'
  | 'outcome'
  | 'found'
  | 'failure'
  | 'standing'
  | 'virtualMachineField'
  | 'virtualMachineValue'
  | 'suggestion'
  | 'difference'
  | 'group'
  | 'sharedBy'
  | 'book'
  | 'answers'
  | 'fault'
  | 'pattern'
  | 'login'
  | 'loses'
  | 'gains'
  | 'shift'
  | 'list'
  | 'firstPlan'
  | 'firstSeen'
  | 'source'
  | 'sheet'
  | 'cell'
  | 'rejection'
  | 'content'

/** The titles of the columns. */
export const COLUMN_WORDS: Record<ColumnWord, Phrase> = {
  municipality: { en: 'Municipality', es: 'Municipio' },
  building: { en: 'Building', es: 'Edificio' },
  location: { en: 'Location id', es: 'Id. de local' },
  description: { en: 'Location', es: 'Local' },
  hardwareId: { en: 'HARDWARE_ID in OCS', es: 'HARDWARE_ID en OCS' },
  computerId: { en: 'computerId in ThreatLocker', es: 'computerId en ThreatLocker' },
  site: { en: 'Site', es: 'Sitio' },
  organisation: { en: 'Organisation', es: 'Organización' },
  hostname: { en: 'Computer', es: 'Computadora' },
  serial: { en: 'Serial number', es: 'Número de serie' },
  lastContact: { en: 'Last contact (OCS time)', es: 'Último contacto (hora de OCS)' },
  inventoryNumber: { en: 'Inventory number', es: 'Número de inventario' },
  tag: { en: 'TAG in OCS', es: 'TAG en OCS' },
  oldTag: { en: 'Old TAG', es: 'TAG anterior' },
  newTag: { en: 'New TAG', es: 'TAG nuevo' },
  oldName: { en: 'Old name', es: 'Nombre anterior' },
  newName: { en: 'New name', es: 'Nombre nuevo' },
  rmmRecord: { en: 'Record the name is from', es: 'Registro del que viene el nombre' },
  comparedOn: { en: 'Day compared', es: 'Día comparado' },
  expectedTag: { en: 'TAG by the books', es: 'TAG según los registros' },
  financeCell: { en: 'Cell in finance', es: 'Celda en finanzas' },
  classifierCell: { en: 'Cell in classifier', es: 'Celda en clasificador' },
  outcome: { en: 'Outcome', es: 'Resultado' },
  found: { en: 'Found instead', es: 'Se encontró en su lugar' },
  failure: { en: 'Why it failed', es: 'Por qué falló' },
  standing: { en: 'When last verified', es: 'En la última verificación' },
  virtualMachineField: { en: 'Known by', es: 'Se reconoce por' },
  virtualMachineValue: { en: 'What stands there', es: 'Valor encontrado' },
  suggestion: { en: 'Did you mean', es: '¿Quiso decir?' },
  difference: { en: 'They differ in', es: 'Se diferencian en' },
  group: { en: 'Group', es: 'Grupo' },
  sharedBy: { en: 'Computers with the number', es: 'Computadoras con el número' },
  book: { en: 'Book that is not clear', es: 'Registro ambiguo' },
  answers: { en: 'What it says', es: 'Lo que dice' },
  fault: { en: 'What is wrong', es: 'Qué está mal' },
  pattern: { en: 'Pattern', es: 'Patrón' },
  login: { en: 'OCS login', es: 'Usuario de OCS' },
  loses: { en: 'Computers no longer seen', es: 'Computadoras que deja de ver' },
  gains: { en: 'Computers newly seen', es: 'Computadoras que pasa a ver' },
  shift: { en: 'New or gone', es: 'Nueva o resuelta' },
  list: { en: 'List', es: 'Lista' },
  firstPlan: { en: 'First in plan', es: 'Primer plan' },
  firstSeen: { en: 'First seen', es: 'Vista por primera vez' },
  source: { en: 'Source', es: 'Fuente' },
  sheet: { en: 'Sheet', es: 'Hoja' },
  cell: { en: 'Cell or row', es: 'Celda o fila' },
  rejection: { en: 'Why, and what to do', es: 'Por qué, y qué hacer' },
  content: { en: 'What stands there', es: 'Lo que hay ahí' },
}

export type ChangeOutcomeWord = 'pending' | 'applied' | 'moved' | 'failed'

/** What became of a planned change. */
export const CHANGE_OUTCOME_WORDS: Record<ChangeOutcomeWord, Phrase> = {
  pending: { en: 'not written yet', es: 'aún sin escribir' },
  applied: { en: 'written', es: 'escrito' },
  moved: {
    en: 'left alone: the row had changed since',
    es: 'no se tocó: la fila había cambiado',
  },
  failed: { en: 'failed', es: 'falló' },
}

export type StandingWord =
  | 'not-verified'
  | 'standing'
  | 'reverted'
  | 'changed'
  | 'merged'
  | 'gone'
  | 'unreadable'

/** How a written change stood when it was last looked at. */
export const STANDING_WORDS: Record<StandingWord, Phrase> = {
  'not-verified': { en: 'not verified yet', es: 'aún sin verificar' },
  standing: { en: 'stands', es: 'se mantiene' },
  reverted: { en: 'reverted', es: 'revertido' },
  changed: { en: 'changed again', es: 'cambiado otra vez' },
  merged: { en: 'computer merged into another', es: 'computadora fusionada con otra' },
  gone: { en: 'computer gone', es: 'la computadora ya no está' },
  unreadable: { en: 'row cannot be read', es: 'la fila no se puede leer' },
}

export type PhraseWord =
  | 'new'
  | 'gone'
  | 'finance'
  | 'locations'
  | 'no-building'
  | 'no-description'
  | 'computer-gone'
  | 'blank'

/** Single words inside the lists. */
export const PHRASE_WORDS: Record<PhraseWord, Phrase> = {
  new: { en: 'new', es: 'nueva' },
  gone: { en: 'gone', es: 'resuelta' },
  finance: { en: "finance's register", es: 'registro de finanzas' },
  locations: { en: 'locations classifier', es: 'clasificador de locales' },
  'no-building': { en: 'building missing', es: 'falta el edificio' },
  'no-description': { en: 'description missing', es: 'falta la descripción' },
  'computer-gone': { en: '(no such computer any more)', es: '(la computadora ya no existe)' },
  blank: { en: '(blank)', es: '(en blanco)' },
}

/** What a source is called; one without words stands for itself. */
export function sourceWords(source: string): Phrase {
  return SOURCES.get(source) ?? { en: source, es: source }
}

const SOURCES: ReadonlyMap<string, Phrase> = new Map([
  ['finance-register', { en: "Finance's register (AR01)", es: 'Registro de finanzas (AR01)' }],
  ['locations', { en: 'Locations classifier', es: 'Clasificador de locales' }],
  ['ocs', { en: 'OCS Inventory (database)', es: 'OCS Inventory (base de datos)' }],
])

/** A TAG and the inventory number that stood beside it. */
export function foundWithNumber(tag: string, number: string): Phrase {
  return { en: `${tag} (number ${number})`, es: `${tag} (número ${number})` }
}

/** A TAG under the `HARDWARE_ID` a merged computer lives on under. */
export function standingElsewhere(standing: Phrase, recordKey: string): Phrase {
  return {
    en: `${standing.en}: HARDWARE_ID ${recordKey}`,
    es: `${standing.es}: HARDWARE_ID ${recordKey}`,
  }
}
