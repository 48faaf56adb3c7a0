import { codeWords } from './code-words.ts'
import type { Phrase } from './language.ts'
import { sourceWords } from './report-words.ts'

/** What a source of machines is called; a feed of device files by its own name. */
export function feedWords(source: string): Phrase {
  return Object.hasOwn(VENDORS, source) ? codeWords(VENDORS, source) : sourceWords(source)
}

const VENDORS: Readonly<Record<string, Phrase>> = {
  ninjaone: { en: 'NinjaOne', es: 'NinjaOne' },
  threatlocker: { en: 'ThreatLocker', es: 'ThreatLocker' },
}

export type MachineKindWord = 'server' | 'workstation' | 'other' | 'spare'

/** What a machine is; a spare is of no other kind. */
export const MACHINE_KIND_WORDS: Record<MachineKindWord, Phrase> = {
  server: { en: 'server', es: 'servidor' },
  workstation: { en: 'workstation', es: 'estación de trabajo' },
  other: { en: 'other', es: 'otro' },
  spare: { en: 'spare', es: 'repuesto' },
}

export type FleetWord = 'yes' | 'no' | 'unmapped' | 'all-sites' | 'nothing'

/** Single words about the fleet. */
export const FLEET_WORDS: Record<FleetWord, Phrase> = {
  yes: { en: 'yes', es: 'sí' },
  no: { en: 'no', es: 'no' },
  unmapped: { en: '(at no site)', es: '(sin sitio)' },
  'all-sites': { en: '(all sites)', es: '(todos los sitios)' },
  nothing: { en: '(nothing)', es: '(nada)' },
}

/** What an answer of a day rests on: when each source was last collected up to then. */
export function restsOnWords(source: Phrase, day: string, isStale: boolean): Phrase {
  return {
    en: `${source.en} as of ${day}${isStale ? '; not collected since' : ''}`,
    es: `${source.es} al ${day}${isStale ? '; sin recopilar desde entonces' : ''}`,
  }
}
