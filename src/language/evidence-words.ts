import { codeWords } from './code-words.ts'
import { REJECTION_WORDS } from './delivery-words.ts'
import { FLEET_WORDS, feedWords, MACHINE_KIND_WORDS } from './fleet-words.ts'
import type { Phrase } from './language.ts'
import { LOST_REASON_WORDS, MATCH_RULE_WORDS } from './match-words.ts'
import { KEY_DIFFERENCE_WORDS, TAG_FAULT_WORDS } from './outcome-words.ts'
import { PHRASE_WORDS } from './report-words.ts'

/**
 * What the parts of a finding's evidence are called, in the order in which a person reads them.
 * Blank: what is within says enough.
 */
const EVIDENCE_WORDS: Readonly<Record<string, Phrase>> = {
  keep: { en: 'Keep', es: 'Conservar' },
  remove: { en: 'Remove', es: 'Eliminar' },
  missingIn: { en: 'Missing in', es: 'Falta en' },
  silentAt: { en: 'Silent at', es: 'Sin contacto en' },
  silentDays: { en: 'Days of silence', es: 'Días sin contacto' },
  staleDays: { en: 'Days allowed', es: 'Días permitidos' },
  aliveAt: { en: 'Alive at', es: 'Con contacto en' },
  spare: { en: 'Spare', es: 'Repuesto' },
  agents: { en: 'Agents', es: 'Agentes' },
  classes: { en: 'Class', es: 'Clase' },
  nodeClasses: { en: 'Class as the source says it', es: 'Clase según la fuente' },
  sites: { en: 'Site', es: 'Sitio' },
  organisations: { en: 'Organisation', es: 'Organización' },
  displayNames: { en: 'Name', es: 'Nombre' },
  ref: { en: 'Record', es: 'Registro' },
  displayName: { en: 'Name', es: 'Nombre' },
  hostname: { en: 'Host name', es: 'Nombre de equipo' },
  hardwareId: { en: 'HARDWARE_ID in OCS', es: 'HARDWARE_ID en OCS' },
  serial: { en: 'Serial number', es: 'Número de serie' },
  inventoryNumber: { en: 'Inventory number', es: 'Número de inventario' },
  tag: { en: 'TAG in OCS', es: 'TAG en OCS' },
  to: { en: 'TAG by the books', es: 'TAG según los registros' },
  pattern: { en: 'Protected by', es: 'Protegido por' },
  missing: { en: 'What is missing', es: 'Qué falta' },
  why: { en: 'Why it cannot be written', es: 'Por qué no se puede escribir' },
  site: { en: 'Site', es: 'Sitio' },
  lastContact: { en: 'Last contact', es: 'Último contacto' },
  evidence: { en: 'Known for a virtual machine', es: 'Se reconoce como virtual' },
  field: { en: 'by', es: 'por' },
  value: { en: 'where it says', es: 'donde dice' },
  book: { en: 'Book that is not clear', es: 'Registro que no es claro' },
  locationId: { en: 'Location id', es: 'Id. de local' },
  asset: { en: 'Finance', es: 'Finanzas' },
  location: { en: 'Location', es: 'Local' },
  rows: { en: 'What finance says', es: 'Lo que dice finanzas' },
  assets: { en: 'What finance says', es: 'Lo que dice finanzas' },
  locations: { en: 'What the classifier says', es: 'Lo que dice el clasificador' },
  id: { en: 'Location id', es: 'Id. de local' },
  building: { en: 'Building', es: 'Edificio' },
  description: { en: 'Description', es: 'Descripción' },
  municipality: { en: 'Municipality', es: 'Municipio' },
  near: { en: 'Almost equal', es: 'Casi iguales' },
  key: { en: 'Value', es: 'Valor' },
  differences: { en: 'They differ in', es: 'Se diferencian en' },
  refused: { en: 'Refused rows', es: 'Filas rechazadas' },
  code: { en: 'Why, and what to do', es: 'Por qué, y qué hacer' },
  raw: { en: 'What stands there', es: 'Lo que hay ahí' },
  place: { en: 'Cell', es: 'Celda' },
  locationPlace: { en: 'Cell of the location', es: 'Celda del local' },
  records: { en: 'Records', es: 'Registros' },
  computers: { en: 'Computers', es: 'Computadoras' },
  lost: { en: 'Nearest other machine', es: 'Equipo más parecido' },
  recordId: { en: 'record', es: 'registro' },
  rule: { en: 'shares its', es: 'comparte su' },
  reason: { en: '', es: '' },
  kind: { en: 'why it is another', es: 'por qué es otro' },
  by: { en: 'what differs', es: 'qué difiere' },
  between: { en: 'between', es: 'entre' },
}

const RANKS: ReadonlyMap<string, number> = new Map(
  Object.keys(EVIDENCE_WORDS).map((part, rank) => [part, rank]),
)

/** What a part of evidence is called; the name of a source by its name, any other by itself. */
export function evidenceWords(part: string): Phrase {
  return Object.hasOwn(EVIDENCE_WORDS, part) ? codeWords(EVIDENCE_WORDS, part) : feedWords(part)
}

/** Where a part stands among others, smallest first; those without words come last. */
export function evidenceRank(part: string): number {
  return RANKS.get(part) ?? RANKS.size
}

/** The words for what stands in a part, where that is one of a few codes. */
const VALUE_WORDS: Readonly<Record<string, (code: string) => Phrase>> = {
  missingIn: feedWords,
  silentAt: feedWords,
  aliveAt: feedWords,
  book: among({ finance: PHRASE_WORDS.finance, locations: PHRASE_WORDS.locations }),
  missing: among({
    building: PHRASE_WORDS['no-building'],
    description: PHRASE_WORDS['no-description'],
  }),
  why: among(TAG_FAULT_WORDS),
  differences: among(KEY_DIFFERENCE_WORDS),
  code: among(REJECTION_WORDS),
  classes: among(MACHINE_KIND_WORDS),
  rule: among(MATCH_RULE_WORDS),
  by: among(MATCH_RULE_WORDS),
  kind: among(LOST_REASON_WORDS),
}

function among(words: Readonly<Record<string, Phrase>>): (code: string) => Phrase {
  return (code) => codeWords(words, code)
}

/** A time of OCS, whose zone nobody knows. */
const OCS_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u

/** What stands in a part of evidence, named from the outside in, as people read it. */
export function evidenceValueWords(path: readonly string[], value: string | boolean): Phrase {
  if (typeof value === 'boolean') return FLEET_WORDS[value ? 'yes' : 'no']
  const part = path.findLast((each) => Object.hasOwn(VALUE_WORDS, each))
  const words = part === undefined ? undefined : VALUE_WORDS[part]
  if (words) return words(value)
  if (path.at(-1) === 'lastContact' && OCS_TIME.test(value)) {
    return { en: `${value} (OCS time)`, es: `${value} (hora de OCS)` }
  }
  return { en: value, es: value }
}
