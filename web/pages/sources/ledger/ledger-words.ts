import type { Words } from '../../../words/phrase.ts'

/** What a delivery came to in the history, each number as people write it. */
interface ShiftTold {
  readonly opened: string
  readonly changed: string
  readonly closed: string
  readonly same: string
}

/** What the ledger and a collection of it say. */
export const LEDGER = {
  title: { en: 'What was collected', es: 'Qué se recopiló' },
  source: { en: 'Source', es: 'Fuente' },
  imported: { en: 'Imported later', es: 'Importado después' },
  span: { en: 'Days shown', es: 'Días mostrados' },
  spanOf: { en: (days: number) => `${days} days`, es: (days: number) => `${days} días` },
  earlier: { en: 'Earlier days', es: 'Días anteriores' },
  later: { en: 'Later days', es: 'Días posteriores' },
  none: {
    en: 'No source is configured and nothing was ever collected. Name one under “sources” in muster.yaml.',
    es: 'No hay ninguna fuente configurada ni se recopiló nada. Nombre una en «sources» de muster.yaml.',
  },
  cell: {
    en: (source: string, day: string, state: string) => `${source}, ${day}: ${state}`,
    es: (source: string, day: string, state: string) => `${source}, ${day}: ${state}`,
  },
  records: {
    en: (count: string) => (count === '1' ? '1 record' : `${count} records`),
    es: (count: string) => (count === '1' ? '1 registro' : `${count} registros`),
  },
  refused: {
    en: (count: string) => `${count} refused`,
    es: (count: string) => `${count} rechazados`,
  },
  laterTry: {
    en: (state: string) => `a later try: ${state}`,
    es: (state: string) => `un intento posterior: ${state}`,
  },
  monthEnd: { en: 'month-end', es: 'cierre de mes' },
  legend: { en: 'What the marks mean', es: 'Qué significan las marcas' },
  help: {
    en: 'Arrow keys move between days; Enter opens one.',
    es: 'Las flechas mueven entre días; Intro abre uno.',
  },
  collection: {
    en: (source: string, day: string) => `${source}, ${day}`,
    es: (source: string, day: string) => `${source}, ${day}`,
  },
  loading: { en: 'Collection', es: 'Recopilación' },
  close: { en: 'Close', es: 'Cerrar' },
  facts: { en: 'What came', es: 'Qué llegó' },
  state: { en: 'State', es: 'Estado' },
  number: { en: 'Number', es: 'Número' },
  try: { en: 'Try', es: 'Intento' },
  recordCount: { en: 'Records', es: 'Registros' },
  refusedCount: { en: 'Refused rows', es: 'Filas rechazadas' },
  origin: { en: 'Read from', es: 'Leído de' },
  bytes: { en: 'Size', es: 'Tamaño' },
  hash: { en: 'SHA-256', es: 'SHA-256' },
  started: { en: 'Began', es: 'Comenzó' },
  took: { en: 'Took', es: 'Duró' },
  run: { en: 'Run', es: 'Ejecución' },
  accepted: { en: 'Accepted', es: 'Aceptado' },
  acceptedBy: {
    en: (who: string, when: string) => `by ${who}, ${when}`,
    es: (who: string, when: string) => `por ${who}, ${when}`,
  },
  overtaken: { en: 'Later try', es: 'Intento posterior' },
  inHistory: { en: 'In the history', es: 'En el historial' },
  notInHistory: { en: 'not taken in', es: 'no se tomó' },
  shift: {
    en: ({ opened, changed, closed, same }: ShiftTold) =>
      `${opened} new, ${changed} changed, ${closed} gone, ${same} the same`,
    es: ({ opened, changed, closed, same }: ShiftTold) =>
      `${opened} nuevos, ${changed} cambiados, ${closed} idos, ${same} iguales`,
  },
  pruned: { en: 'Its day was pruned.', es: 'Su día se depuró.' },
  why: { en: 'Why it stands so', es: 'Por qué está así' },
  missing: { en: 'What is missing', es: 'Qué falta' },
  notes: { en: 'Noted while reading', es: 'Anotado al leer' },
  rejections: { en: 'Refused rows', es: 'Filas rechazadas' },
  place: { en: 'Place', es: 'Lugar' },
  stood: { en: 'Stood there', es: 'Decía' },
  reason: { en: 'Why', es: 'Por qué' },
  more: { en: 'Show more', es: 'Mostrar más' },
  shown: {
    en: (shown: string, all: string) => `${shown} of ${all}`,
    es: (shown: string, all: string) => `${shown} de ${all}`,
  },
  heldTitle: { en: 'Held, waiting for a person', es: 'Retenidas, esperan a una persona' },
  noneHeld: {
    en: 'Nothing is held: every delivery was taken in or is told of in the ledger.',
    es: 'No hay nada retenido: toda entrega se tomó o consta en el registro.',
  },
  day: { en: 'Day', es: 'Día' },
  came: { en: 'Came', es: 'Llegó' },
  open: { en: 'Open', es: 'Abrir' },
  accept: { en: 'Accept…', es: 'Aceptar…' },
  acceptTitle: {
    en: (source: string, day: string) => `Accept ${source} of ${day}?`,
    es: (source: string, day: string) => `¿Aceptar ${source} del ${day}?`,
  },
  acceptMore: {
    en: (count: string) =>
      `Its ${count} records go into the history in your name, and machines are matched and counted by them.`,
    es: (count: string) =>
      `Sus ${count} registros entran en el historial en su nombre, y los equipos se emparejan y cuentan con ellos.`,
  },
  reasonLabel: { en: 'Why it is right all the same', es: 'Por qué es correcto de todos modos' },
  acceptYes: { en: 'Accept it', es: 'Aceptarla' },
  cancel: { en: 'Cancel', es: 'Cancelar' },
  needsApprover: {
    en: 'Letting it pass needs the permission “approve”.',
    es: 'Dejarla pasar requiere el permiso «approve».',
  },
} satisfies Words
