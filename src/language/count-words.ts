import type { Phrase } from './language.ts'

export type CountFieldWord =
  | 'total_devices'
  | 'servers'
  | 'workstations'
  | 'spare_devices'
  | 'billable_devices'
  | 'ninja_devices'
  | 'threatlocker_devices'
  | 'distinct_devices'

/** The figures of a day, under the names by which other programs read them. */
export const COUNT_FIELD_WORDS: Record<CountFieldWord, Phrase> = {
  total_devices: { en: 'Listed by all sources', es: 'Listados en todas las fuentes' },
  servers: { en: 'Servers', es: 'Servidores' },
  workstations: { en: 'Workstations', es: 'Estaciones de trabajo' },
  spare_devices: { en: 'Spares', es: 'Repuestos' },
  billable_devices: { en: 'Billable', es: 'Facturables' },
  ninja_devices: { en: 'In NinjaOne', es: 'En NinjaOne' },
  threatlocker_devices: { en: 'In ThreatLocker', es: 'En ThreatLocker' },
  distinct_devices: { en: 'Machines counted once', es: 'Equipos contados una vez' },
}
