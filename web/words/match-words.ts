import type { Words } from './phrase.ts'

/** By what two records are taken for one machine. */
export const MATCH_RULES = {
  serial: { en: 'serial number', es: 'número de serie' },
  'inventory-number': { en: 'inventory number', es: 'número de inventario' },
  uuid: { en: 'UUID', es: 'identificador UUID' },
  mac: { en: 'MAC address', es: 'dirección MAC' },
  hostname: { en: 'host name at one site', es: 'nombre de equipo en un mismo sitio' },
  'hostname-15': {
    en: 'host name cut to 15 characters, at one site',
    es: 'nombre de equipo cortado a 15 caracteres, en un mismo sitio',
  },
  'must-link': { en: 'a person’s word', es: 'palabra de una persona' },
} satisfies Words

/** Why the nearest other record is another machine all the same. */
export const LOST_REASONS = {
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
} satisfies Words

/** Why a rule left the choice to a person. */
export const QUESTION_REASONS = {
  'several-candidates': { en: 'several machines fit', es: 'encajan varios equipos' },
  'shared-by-many': { en: 'too many machines share it', es: 'lo comparten demasiados equipos' },
} satisfies Words

/** What a person says of two records, and what follows from it. */
export const LINKING = {
  link: { en: 'They are one machine', es: 'Son un solo equipo' },
  unlink: { en: 'They are two machines', es: 'Son dos equipos' },
  takeBack: { en: 'Take back', es: 'Retirar' },
  linkQuestion: {
    en: (one: string, other: string) => `Are ${one} and ${other} one machine?`,
    es: (one: string, other: string) => `¿Son ${one} y ${other} un solo equipo?`,
  },
  unlinkQuestion: {
    en: (one: string, other: string) => `Are ${one} and ${other} two machines?`,
    es: (one: string, other: string) => `¿Son ${one} y ${other} dos equipos?`,
  },
  takeBackQuestion: {
    en: (one: string, other: string) => `Take back what was said of ${one} and ${other}?`,
    es: (one: string, other: string) => `¿Retirar lo dicho de ${one} y ${other}?`,
  },
  consequence: {
    en: 'Your word is kept under your name and no night’s work overrides it. Machines are matched anew at once; you can take it back.',
    es: 'Su palabra se guarda con su nombre y ningún trabajo nocturno la cambia. Los equipos se emparejan de nuevo al momento; puede retirarla.',
  },
  takeBackConsequence: {
    en: 'From then on the evidence alone decides, and machines are matched anew at once.',
    es: 'Desde entonces decide solo la evidencia, y los equipos se emparejan de nuevo al momento.',
  },
  reason: { en: 'Why', es: 'Por qué' },
  reasonHint: {
    en: 'For whoever asks later',
    es: 'Para quien pregunte después',
  },
} satisfies Words
