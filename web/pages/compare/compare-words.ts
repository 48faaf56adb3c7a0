import type { Words } from '../../words/phrase.ts'

/** What the comparison of two days says. */
export const COMPARE = {
  title: { en: 'Compare', es: 'Comparar' },
  days: {
    en: (from: string, to: string) => `${from} → ${to}`,
    es: (from: string, to: string) => `${from} → ${to}`,
  },
  usual: {
    en: (from: string, to: string) => `last month-end, ${from}, to today, ${to}`,
    es: (from: string, to: string) => `del cierre de mes, ${from}, a hoy, ${to}`,
  },
  from: { en: 'From', es: 'Desde' },
  to: { en: 'To', es: 'Hasta' },
  measure: { en: 'Figure', es: 'Cifra' },
  everywhere: { en: 'all sites', es: 'todos los sitios' },
  bridge: { en: 'Bridge', es: 'Puente' },
  bridgeOf: {
    en: (what: string, from: string, to: string) => `${what}: from ${from} to ${to}`,
    es: (what: string, from: string, to: string) => `${what}: del ${from} al ${to}`,
  },
  noBridge: {
    en: 'There is nothing to count at this place on either day.',
    es: 'No hay nada que contar en este lugar en ninguno de los dos días.',
  },
  axis: {
    en: (value: string) => `the axis begins at ${value}`,
    es: (value: string) => `el eje empieza en ${value}`,
  },
  step: { en: 'Step', es: 'Paso' },
  count: { en: 'Count', es: 'Cantidad' },
  added: { en: 'Came', es: 'Llegaron' },
  removed: { en: 'Went', es: 'Se fueron' },
  movedIn: { en: 'Moved in', es: 'Entraron de otro sitio' },
  movedOut: { en: 'Moved out', es: 'Salieron a otro sitio' },
  reclassifiedIn: { en: 'Turned into', es: 'Pasaron a serlo' },
  reclassifiedOut: { en: 'Turned out of', es: 'Dejaron de serlo' },
  total: { en: 'Total', es: 'Total' },
  servers: { en: 'Servers', es: 'Servidores' },
  workstations: { en: 'Workstations', es: 'Puestos de trabajo' },
  spare: { en: 'Spare', es: 'De repuesto' },
  billable: { en: 'Billable', es: 'Facturables' },
  sites: { en: 'By site', es: 'Por sitio' },
  machines: { en: 'What differs', es: 'Qué difiere' },
  differing: { en: 'Machines that differ', es: 'Equipos que difieren' },
  opened: {
    en: (step: string, figure: string) => `${step} · ${figure}`,
    es: (step: string, figure: string) => `${step} · ${figure}`,
  },
  showAll: { en: 'Show all that differs', es: 'Ver todo lo que difiere' },
  none: { en: 'No machine differs here.', es: 'Ningún equipo difiere aquí.' },
  name: { en: 'Name', es: 'Nombre' },
  what: { en: 'What happened', es: 'Qué pasó' },
  siteBefore: { en: 'Site before', es: 'Sitio antes' },
  siteAfter: { en: 'Site after', es: 'Sitio después' },
  day: { en: 'Day', es: 'Día' },
  hostOnly: { en: 'another host name', es: 'otro nombre de equipo' },
} satisfies Words
