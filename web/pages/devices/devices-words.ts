import type { Words } from '../../words/phrase.ts'

/** What the list of machines says. */
export const DEVICES = {
  title: { en: 'Devices', es: 'Equipos' },
  listed: { en: (day: string) => `Listed on ${day}`, es: (day: string) => `Listados el ${day}` },
  search: { en: 'Name, serial, user', es: 'Nombre, serie, usuario' },
  billing: { en: 'Billing', es: 'Facturación' },
  billable: { en: 'Billed', es: 'Se factura' },
  notBillable: { en: 'Not billed', es: 'No se factura' },
  name: { en: 'Name', es: 'Nombre' },
  hostname: { en: 'Host name', es: 'Nombre de equipo' },
  organisation: { en: 'Organisation', es: 'Organización' },
  location: { en: 'Location', es: 'Ubicación' },
  lastContact: { en: 'Last contact', es: 'Último contacto' },
  serial: { en: 'Serial', es: 'Serie' },
  inventoryNumber: { en: 'Inventory no.', es: 'N.º inventario' },
  operatingSystem: { en: 'System', es: 'Sistema' },
  model: { en: 'Model', es: 'Modelo' },
  since: { en: 'So since', es: 'Así desde' },
  records: { en: 'Records', es: 'Registros' },
  everyRecord: { en: 'All', es: 'Todos' },
  once: { en: 'One for each machine', es: 'Uno por equipo' },
  none: { en: 'No machine fits these filters.', es: 'Ningún equipo encaja con estos filtros.' },
  compare: { en: 'Compare with today', es: 'Comparar con hoy' },
  past: {
    en: 'last contact is kept as of the newest day alone',
    es: 'el último contacto solo se conserva del día más nuevo',
  },
  questions: { en: 'May be one machine', es: 'Pueden ser un mismo equipo' },
  allDevices: { en: 'All devices', es: 'Todos los equipos' },
  questionsWhy: {
    en: 'The evidence does not decide these. Say which records are one machine; your word stands until you take it back.',
    es: 'La evidencia no decide estos casos. Diga qué registros son un mismo equipo; su palabra vale hasta que la retire.',
  },
  noQuestions: {
    en: 'Nothing is open: the evidence decides every record.',
    es: 'No hay nada pendiente: la evidencia decide cada registro.',
  },
  oneOf: { en: 'taken for one machine', es: 'tomado por un equipo' },
} satisfies Words
