import type { Phrase } from './language.ts'
import { counted, type Noun } from './list-words.ts'
import { DAYS } from './machine-nouns.ts'

export type FieldWord =
  | 'displayName'
  | 'hostname'
  | 'class'
  | 'spare'
  | 'billable'
  | 'site'
  | 'location'
  | 'role'
  | 'operatingSystem'
  | 'manufacturer'
  | 'model'
  | 'serial'
  | 'inventoryNumber'
  | 'uuid'
  | 'macs'
  | 'addresses'
  | 'lastUser'

/** What is said of a machine, field by field. */
export const FIELD_WORDS: Record<FieldWord, Phrase> = {
  displayName: { en: 'Name', es: 'Nombre' },
  hostname: { en: 'Host name', es: 'Nombre de equipo' },
  class: { en: 'Class', es: 'Clase' },
  spare: { en: 'Spare', es: 'Repuesto' },
  billable: { en: 'Billed', es: 'Se factura' },
  site: { en: 'Site', es: 'Sitio' },
  location: { en: 'Location', es: 'Ubicación' },
  role: { en: 'Role', es: 'Función' },
  operatingSystem: { en: 'Operating system', es: 'Sistema operativo' },
  manufacturer: { en: 'Manufacturer', es: 'Fabricante' },
  model: { en: 'Model', es: 'Modelo' },
  serial: { en: 'Serial number', es: 'Número de serie' },
  inventoryNumber: { en: 'Inventory number', es: 'Número de inventario' },
  uuid: { en: 'UUID', es: 'Identificador UUID' },
  macs: { en: 'MAC addresses', es: 'Direcciones MAC' },
  addresses: { en: 'IP addresses', es: 'Direcciones IP' },
  lastUser: { en: 'Last user', es: 'Último usuario' },
}

export type FieldRuleWord = 'order' | 'owner-silent' | 'all-silent' | 'only'

/** Why a value stands for the machine; the source is named beside it. */
export const FIELD_RULE_WORDS: Record<FieldRuleWord, Phrase> = {
  order: { en: 'first in the order', es: 'primera en el orden' },
  'owner-silent': {
    en: 'the source before it is silent',
    es: 'la fuente anterior no da señales',
  },
  'all-silent': {
    en: 'all are silent; first in the order',
    es: 'ninguna da señales; primera en el orden',
  },
  only: { en: 'only one that says it', es: 'única que lo dice' },
}

export type LostValueWord = 'later' | 'silent' | 'other-record' | 'tells-nothing'

/** Why a value does not stand for the machine. */
export const LOST_VALUE_WORDS: Record<LostValueWord, Phrase> = {
  later: { en: 'later in the order', es: 'posterior en el orden' },
  silent: { en: 'silent, so it yields', es: 'no da señales y cede' },
  'other-record': {
    en: "its source's other record comes first",
    es: 'el otro registro de su fuente va primero',
  },
  'tells-nothing': { en: 'tells nothing of the machine', es: 'no dice nada del equipo' },
}

export const MORE_ALIKE: Noun = {
  one: { en: 'more value says the same', es: 'valor más dice lo mismo' },
  many: { en: 'more values say the same', es: 'valores más dicen lo mismo' },
}

/** A source that has not heard of a machine for longer than it may. */
export function silentWords(days: number, yieldsAfter: number): Phrase {
  const silent = counted(days, DAYS)
  const allowed = counted(yieldsAfter, DAYS)
  return {
    en: `silent for ${silent.en}: yields after ${allowed.en}`,
    es: `sin señales desde hace ${silent.es}: cede tras ${allowed.es}`,
  }
}

export const HEARD_UNKNOWN: Phrase = {
  en: 'its source does not say when; it does not yield',
  es: 'su fuente no dice cuándo; no cede',
}

export const SILENCE_NOT_KEPT: Phrase = {
  en: 'Last contact, last user and IP addresses are kept as of the newest day alone: of this day the order decides, whoever was silent.',
  es: 'El último contacto, el último usuario y las direcciones IP solo se conservan del día más nuevo: de este día decide el orden, dé señales quien las dé.',
}

/** Since when a record has said a value. */
export function saidSinceWords(since: string, days: number): Phrase {
  const age = counted(days, DAYS)
  return { en: `${since} (${age.en})`, es: `${since} (${age.es})` }
}

export const NEWEST_ONLY: Phrase = {
  en: 'only the newest is kept',
  es: 'solo se conserva el más nuevo',
}
