import type { Phrase } from './language.ts'

export type ClassRuleWord = 'node-class' | 'operating-system' | 'nothing-known'

/** By what a machine was taken for a server, a workstation or neither. */
export const CLASS_RULE_WORDS: Record<ClassRuleWord, Phrase> = {
  'node-class': { en: "the source's class of machine", es: 'la clase de equipo de la fuente' },
  'operating-system': { en: 'the operating system', es: 'el sistema operativo' },
  'nothing-known': {
    en: 'nothing: the source tells neither class nor system',
    es: 'nada: la fuente no dice ni clase ni sistema',
  },
}

export type SpareRuleWord = 'display-name' | 'location' | 'node-class'

/** By what a machine was taken for a spare. */
export const SPARE_RULE_WORDS: Record<SpareRuleWord, Phrase> = {
  'display-name': { en: 'its name', es: 'su nombre' },
  location: { en: 'its location', es: 'su ubicación' },
  'node-class': { en: 'its class: a guest', es: 'su clase: un invitado' },
}

export type BillableRuleWord =
  | 'not-spare'
  | 'spare'
  | 'spares-billed'
  | 'internal-organisation'
  | 'excluded-class'
  | 'excluded-role'
  | 'excluded-tag'

/** Why a machine is billed or is not. */
export const BILLABLE_RULE_WORDS: Record<BillableRuleWord, Phrase> = {
  'not-spare': { en: 'it is in use', es: 'está en uso' },
  spare: { en: 'it is a spare', es: 'es un repuesto' },
  'spares-billed': {
    en: 'its organisation pays for spares',
    es: 'su organización paga los repuestos',
  },
  'internal-organisation': {
    en: 'its organisation is not billed',
    es: 'su organización no se factura',
  },
  'excluded-class': { en: 'its class is not billed', es: 'su clase no se factura' },
  'excluded-role': { en: 'its role is not billed', es: 'su función no se factura' },
  'excluded-tag': { en: 'a tag of it is not billed', es: 'una etiqueta suya no se factura' },
}
