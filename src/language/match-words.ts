import type { Phrase } from './language.ts'

export type MatchRuleWord =
  | 'serial'
  | 'inventory-number'
  | 'uuid'
  | 'mac'
  | 'hostname'
  | 'hostname-15'
  | 'must-link'

/** By what two records were taken for one machine. */
export const MATCH_RULE_WORDS: Record<MatchRuleWord, Phrase> = {
  serial: { en: 'serial number', es: 'número de serie' },
  'inventory-number': { en: 'inventory number', es: 'número de inventario' },
  uuid: { en: 'UUID', es: 'identificador UUID' },
  mac: { en: 'MAC address', es: 'dirección MAC' },
  hostname: { en: 'host name at one site', es: 'nombre de equipo en un mismo sitio' },
  'hostname-15': {
    en: 'host name cut to 15 characters, at one site',
    es: 'nombre de equipo cortado a 15 caracteres, en un mismo sitio',
  },
  'must-link': { en: "a person's word", es: 'palabra de una persona' },
}

export type LostReasonWord =
  | 'contradicted'
  | 'same-source'
  | 'cannot-link'
  | 'ambiguous'
  | 'shared-by-many'
  | 'other-site'

/** Why the best candidate that lost is another machine; two records may be named beside it. */
export const LOST_REASON_WORDS: Record<LostReasonWord, Phrase> = {
  contradicted: { en: 'stronger evidence differs', es: 'un indicio más fuerte difiere' },
  'same-source': {
    en: 'one source lists both, each by itself',
    es: 'una misma fuente tiene ambos, cada uno por su lado',
  },
  'cannot-link': {
    en: 'a person said that they are two machines',
    es: 'una persona dijo que son dos equipos',
  },
  ambiguous: {
    en: 'several fit equally well, so a person must decide',
    es: 'varios encajan igual de bien, así que debe decidir una persona',
  },
  'shared-by-many': {
    en: 'too many machines share it for it to prove anything',
    es: 'lo comparten demasiados equipos para que pruebe algo',
  },
  'other-site': {
    en: 'the two are not at one site, and elsewhere an equal host name is another machine',
    es: 'no están en un mismo sitio, y en otro un nombre igual es otro equipo',
  },
}

/** The same where it is only that nobody has said yet where an organisation is: `ninjaone:42`. */
export function unplacedWords(organisation: string): Phrase {
  return {
    en: `organisation ${organisation} is at no site yet, and a host name counts only within one: muster site-map ${organisation}`,
    es: `la organización ${organisation} aún no está en ningún sitio, y un nombre solo vale dentro de uno: muster site-map ${organisation}`,
  }
}

export type OpenQuestionWord = 'several-candidates' | 'shared-by-many'

/** Why a rule left the choice to a person. */
export const OPEN_QUESTION_WORDS: Record<OpenQuestionWord, Phrase> = {
  'several-candidates': { en: 'several machines fit', es: 'encajan varios equipos' },
  'shared-by-many': { en: 'too many machines share it', es: 'lo comparten demasiados equipos' },
}

export type DecisionWord = 'must-link' | 'cannot-link'

/** What a person said of two records. */
export const DECISION_WORDS: Record<DecisionWord, Phrase> = {
  'must-link': { en: 'are one machine', es: 'son un solo equipo' },
  'cannot-link': { en: 'are two machines', es: 'son dos equipos' },
}

export type SiteRuleWord = 'unmapped' | 'made' | 'same-name' | 'confirmed' | 'ignored'

/** How an organisation came to be where it is. */
export const SITE_RULE_WORDS: Record<SiteRuleWord, Phrase> = {
  unmapped: { en: 'waits for a person', es: 'espera a una persona' },
  made: { en: 'a site of its own', es: 'sitio propio' },
  'same-name': { en: 'same name', es: 'mismo nombre' },
  confirmed: { en: 'said by', es: 'dicho por' },
  ignored: { en: 'left out by', es: 'excluida por' },
}
