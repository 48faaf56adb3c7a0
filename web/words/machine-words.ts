import type { Words } from './phrase.ts'

/** Of what kind a machine is; spares are of no other kind. */
export const MACHINE_KINDS = {
  server: { en: 'Server', es: 'Servidor' },
  workstation: { en: 'Workstation', es: 'Puesto de trabajo' },
  other: { en: 'Other', es: 'Otro' },
  spare: { en: 'Spare', es: 'Repuesto' },
} satisfies Words

/** What is said of a machine, field by field. */
export const MACHINE_FIELDS = {
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
} satisfies Words

/** What is said of machines on more than one page. */
export const MACHINES = {
  unnamed: { en: 'without a name', es: 'sin nombre' },
  noSite: { en: 'at no site', es: 'sin sitio' },
  source: { en: 'Source', es: 'Fuente' },
  site: { en: 'Site', es: 'Sitio' },
  kind: { en: 'Kind', es: 'Tipo' },
  asOf: { en: 'As of', es: 'A fecha de' },
  yes: { en: 'yes', es: 'sí' },
  no: { en: 'no', es: 'no' },
  answeredBy: {
    en: (sources: string) => `answered by what was collected: ${sources}`,
    es: (sources: string) => `responde lo recogido: ${sources}`,
  },
  goTo: { en: (day: string) => `Go to ${day}`, es: (day: string) => `Ir al ${day}` },
} satisfies Words

const SOURCE_NAMES: Readonly<Record<string, string>> = {
  ninjaone: 'NinjaOne',
  threatlocker: 'ThreatLocker',
  ocs: 'OCS Inventory',
}

/** A source as its maker writes it; a file of devices by the name it was given. */
export function sourceName(source: string): string {
  return SOURCE_NAMES[source] ?? source
}
