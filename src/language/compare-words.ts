import { codeWords } from './code-words.ts'
import { FLEET_WORDS, MACHINE_KIND_WORDS } from './fleet-words.ts'
import type { Phrase } from './language.ts'

export type ChangeKindWord =
  | 'added'
  | 'removed'
  | 'moved'
  | 'relocated'
  | 'renamed'
  | 'reclassified'
  | 'became-spare'
  | 'left-spare'
  | 'billing-changed'

/** What became of machines between two days. */
export const CHANGE_KIND_WORDS: Record<ChangeKindWord, Phrase> = {
  added: { en: 'New', es: 'Nuevos' },
  removed: { en: 'Gone', es: 'Desaparecidos' },
  moved: { en: 'Moved to another site', es: 'Cambiados de sitio' },
  relocated: { en: 'Moved to another location', es: 'Cambiados de ubicación' },
  renamed: { en: 'Renamed', es: 'Renombrados' },
  reclassified: { en: 'Of another class', es: 'De otra clase' },
  'became-spare': { en: 'Became spare', es: 'Pasaron a repuesto' },
  'left-spare': { en: 'In use again', es: 'De nuevo en uso' },
  'billing-changed': { en: 'Billed, or billed no more', es: 'Facturados, o ya no' },
}

export type ChangedValueWord = 'spare' | 'in-use' | 'billable' | 'not-billable'

/** What a machine was before a change, or is after it. */
export const CHANGED_VALUE_WORDS: Record<ChangedValueWord, Phrase> = {
  spare: { en: 'spare', es: 'repuesto' },
  'in-use': { en: 'in use', es: 'en uso' },
  billable: { en: 'billed', es: 'facturado' },
  'not-billable': { en: 'not billed', es: 'no facturado' },
}

export type MeasureWord = 'total' | 'servers' | 'workstations' | 'spare' | 'billable'

/** What is counted. Servers and workstations are those that are not spare. */
export const MEASURE_WORDS: Record<MeasureWord, Phrase> = {
  total: { en: 'Listed', es: 'Listados' },
  servers: { en: 'Servers', es: 'Servidores' },
  workstations: { en: 'Workstations', es: 'Estaciones de trabajo' },
  spare: { en: 'Spares', es: 'Repuestos' },
  billable: { en: 'Billable', es: 'Facturables' },
}

export type BridgeWord =
  | 'start'
  | 'added'
  | 'removed'
  | 'movedIn'
  | 'movedOut'
  | 'reclassifiedIn'
  | 'reclassifiedOut'
  | 'end'

/** The terms that lead from the count of one day to that of another. */
export const BRIDGE_WORDS: Record<BridgeWord, Phrase> = {
  start: { en: 'start', es: 'inicio' },
  added: { en: 'new', es: 'nuevos' },
  removed: { en: 'gone', es: 'desaparecidos' },
  movedIn: { en: 'moved in', es: 'llegan' },
  movedOut: { en: 'moved out', es: 'se van' },
  reclassifiedIn: { en: 'became so', es: 'pasan a serlo' },
  reclassifiedOut: { en: 'no longer so', es: 'dejan de serlo' },
  end: { en: 'end', es: 'fin' },
}

/** What a machine was before a change or is after it: a name, a place, or what it counts as. */
export function changedValueWords(kind: ChangeKindWord, value: string | null): Phrase {
  switch (kind) {
    case 'moved':
      return value === null ? FLEET_WORDS.unmapped : asItIs(value)
    case 'reclassified':
      return codeWords(MACHINE_KIND_WORDS, value ?? '')
    case 'became-spare':
    case 'left-spare':
    case 'billing-changed':
      return codeWords(CHANGED_VALUE_WORDS, value ?? '')
    default:
      return value === null ? FLEET_WORDS.nothing : asItIs(value)
  }
}

function asItIs(value: string): Phrase {
  return { en: value, es: value }
}
