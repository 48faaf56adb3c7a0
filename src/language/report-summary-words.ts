import type { Phrase } from './language.ts'
import { counted, countWords } from './list-words.ts'
import { COMPUTERS, DISAGREEMENTS, ROWS } from './noun-words.ts'

export type SummaryWord =
  | 'plan'
  | 'kind'
  | 'kind-tags'
  | 'kind-names'
  | 'kind-undo'
  | 'target'
  | 'made'
  | 'state'
  | 'held'
  | 'accepted'
  | 'finished'
  | 'undone-by'
  | 'changes-tags'
  | 'changes-names'
  | 'outcome'
  | 'verified'
  | 'not-verified'
  | 'who'
  | 'run'
  | 'actor'
  | 'cause-person'
  | 'cause-schedule'
  | 'version'
  | 'written-tags'
  | 'written-names'
  | 'report-made'
  | 'origin'
  | 'hash'
  | 'read-at'
  | 'rows-taken'
  | 'rows-refused'
  | 'note'
  | 'held-delivery'
  | 'outcomes'
  | 'outcomes-names'
  | 'rows'
  | 'before'
  | 'difference'
  | 'sum'
  | 'adds-up'
  | 'does-not-add-up'
  | 'lists'
  | 'listed-on'
  | 'entries'
  | 'new'
  | 'gone'
  | 'here'
  | 'in-all'
  | 'entries-explained'
  | 'no-plan-before'
  | 'undo-has-no-lists'
  | 'names-have-no-lists'
  | 'unknown'
  | 'municipality'
  | 'building'
  | 'unknown-municipality'
  | 'unknown-building'

/** What the first sheet of a report is written with. */
export const SUMMARY_WORDS: Record<SummaryWord, Phrase> = {
  plan: { en: 'The plan', es: 'El plan' },
  kind: { en: 'What it does', es: 'Qué hace' },
  'kind-tags': {
    en: 'sets TAGs in OCS by the books',
    es: 'pone los TAG de OCS según los registros',
  },
  'kind-names': {
    en: 'sets names in ThreatLocker by the display names of the RMM',
    es: 'pone los nombres de ThreatLocker según los nombres visibles del RMM',
  },
  'kind-undo': {
    en: 'takes back what another plan wrote',
    es: 'revierte lo que escribió otro plan',
  },
  target: { en: 'System it is for', es: 'Sistema de destino' },
  made: { en: 'Made', es: 'Creado' },
  state: { en: 'State', es: 'Estado' },
  held: { en: 'Held because', es: 'Retenido porque' },
  accepted: { en: 'Accepted', es: 'Aceptado' },
  finished: { en: 'Finished', es: 'Terminado' },
  'undone-by': { en: 'Taken back by', es: 'Revertido por' },
  'changes-tags': { en: 'TAGs to be replaced', es: 'TAG por reemplazar' },
  'changes-names': { en: 'Names to be replaced', es: 'Nombres por reemplazar' },
  outcome: { en: 'What became of them', es: 'En qué quedaron' },
  verified: { en: 'Verified', es: 'Verificado' },
  'not-verified': { en: 'not verified yet', es: 'aún sin verificar' },
  who: { en: 'Who and when', es: 'Quién y cuándo' },
  run: { en: 'Run', es: 'Ejecución' },
  actor: { en: 'By', es: 'Por' },
  'cause-person': { en: 'started by a person', es: 'iniciada por una persona' },
  'cause-schedule': { en: 'started by the schedule', es: 'iniciada según la programación' },
  version: { en: 'With Muster', es: 'Con Muster' },
  'written-tags': { en: 'TAGs written', es: 'TAG escritos' },
  'written-names': { en: 'Names written', es: 'Nombres escritos' },
  'report-made': { en: 'Report written', es: 'Informe escrito' },
  origin: { en: 'Where it was read', es: 'De dónde se leyó' },
  hash: { en: 'SHA-256 of what was read', es: 'SHA-256 de lo leído' },
  'read-at': { en: 'Read', es: 'Leído' },
  'rows-taken': { en: 'Rows taken', es: 'Filas aceptadas' },
  'rows-refused': { en: 'Rows refused', es: 'Filas rechazadas' },
  note: { en: 'Note', es: 'Nota' },
  'held-delivery': { en: 'Had been held', es: 'Estuvo retenida' },
  outcomes: {
    en: 'What each computer in OCS came to',
    es: 'En qué quedó cada computadora de OCS',
  },
  'outcomes-names': {
    en: 'What each machine whose names differ came to',
    es: 'En qué quedó cada equipo cuyos nombres difieren',
  },
  rows: { en: 'Rows', es: 'Filas' },
  before: { en: 'Plan before', es: 'Plan anterior' },
  difference: { en: 'Difference', es: 'Diferencia' },
  sum: { en: 'Sum', es: 'Suma' },
  'adds-up': { en: 'Every row is accounted for', es: 'No falta ninguna fila' },
  'does-not-add-up': { en: 'The rows do NOT add up', es: 'Las filas NO cuadran' },
  lists: { en: 'The lists', es: 'Las listas' },
  'listed-on': { en: 'Listed on sheet', es: 'En la hoja' },
  entries: { en: 'Entries', es: 'Casos' },
  new: { en: 'New', es: 'Nuevos' },
  gone: { en: 'Gone', es: 'Resueltos' },
  here: { en: 'Rows here', es: 'Filas aquí' },
  'in-all': { en: 'Rows in all', es: 'Filas en total' },
  'entries-explained': {
    en: 'An entry is one computer or one inventory number; several computers with one number are one entry and a row each.',
    es: 'Un caso es una computadora o un número de inventario; varias computadoras con un mismo número son un solo caso, con una fila cada una.',
  },
  'no-plan-before': {
    en: 'There is no plan before this one, so nothing can be called new or gone.',
    es: 'No hay un plan anterior a este, así que nada se puede llamar nuevo ni resuelto.',
  },
  'undo-has-no-lists': {
    en: 'An undo compares no books, so it has no lists of its own; the report of the plan it takes back has them.',
    es: 'Un plan que revierte otro no compara los registros, así que no tiene listas propias; las tiene el informe del plan que revierte.',
  },
  'names-have-no-lists': {
    en: 'A plan of names compares no books, so it has no lists of disagreements.',
    es: 'Un plan de nombres no compara los registros, así que no tiene listas de discrepancias.',
  },
  unknown: { en: 'not known', es: 'no se sabe' },
  municipality: { en: 'Municipality', es: 'Municipio' },
  building: { en: 'Building', es: 'Edificio' },
  'unknown-municipality': {
    en: 'Only what belongs to no known municipality',
    es: 'Solo lo que no tiene un municipio conocido',
  },
  'unknown-building': {
    en: 'Only what belongs to no known building',
    es: 'Solo lo que no tiene un edificio conocido',
  },
}

export function reportTitle(plan: number): Phrase {
  return { en: `Muster: report on plan P${plan}`, es: `Muster: informe del plan P${plan}` }
}

/** Says of a report that it holds only the rows of one municipality or building. */
export function onlyOf(by: 'municipality' | 'building', value: string): Phrase {
  const { en, es } = SUMMARY_WORDS[by]
  return { en: `${en}: ${value} (only its rows)`, es: `${es}: ${value} (solo sus filas)` }
}

/** How many of all rows stand in this part of a report. */
export function shareWords(here: number, inAll: number): Phrase {
  const [few, all] = [countWords(here), countWords(inAll)]
  return {
    en: `Rows here: ${few.en} of ${all.en} in the whole report; the figures above are those of the whole.`,
    es: `Filas aquí: ${few.es} de ${all.es} en el informe completo; las cifras de arriba son las del informe completo.`,
  }
}

interface RowBalance {
  /** Rows with an outcome. */
  readonly decided: number
  /** Rows taken from OCS. */
  readonly taken: number
  readonly refused: number
}

/** How the rows with an outcome and those refused compare with the rows read from OCS. */
export function balanceWords({ decided, taken, refused }: RowBalance): Phrase {
  const sum = countWords(decided + refused)
  const read = rowsRead(taken + refused)
  const outcomes = counted(decided, COMPUTERS)
  const left = counted(refused, ROWS)
  const shares = {
    en: `${outcomes.en} with an outcome + ${left.en} refused = ${sum.en}`,
    es: `${outcomes.es} con resultado + ${left.es} ${refused === 1 ? 'rechazada' : 'rechazadas'} = ${sum.es}`,
  }
  if (decided === taken) {
    return {
      en: `${shares.en}, as many as were read from OCS`,
      es: `${shares.es}, las mismas que se leyeron de OCS`,
    }
  }
  return {
    en: `${shares.en}, but ${read.en} read from OCS. Do not apply this plan; make a new one.`,
    es: `${shares.es}, pero de OCS ${read.es}. No aplique este plan; haga uno nuevo.`,
  }
}

function rowsRead(count: number): Phrase {
  const { en, es } = counted(count, ROWS)
  return count === 1
    ? { en: `${en} was`, es: `se leyó ${es}` }
    : { en: `${en} were`, es: `se leyeron ${es}` }
}

/** Says that the lists hold something else than what the plan counted. */
export function listsDiffer(before: number, listed: number): Phrase {
  const [then, now] = [counted(before, DISAGREEMENTS), countWords(listed)]
  return {
    en: `The plan counted ${then.en}; known of it now: ${now.en}. Make a new plan and a report on that one.`,
    es: `El plan contó ${then.es}; las que constan ahora: ${now.es}. Haga un plan nuevo y un informe de ese plan.`,
  }
}

/** Says that newer evidence may stand in the lists of an older plan. */
export function newerPlanWords(newer: number): Phrase {
  return {
    en: `Plan P${newer} was made after it. A disagreement that still stands is shown with what was last seen of it.`,
    es: `Después se hizo el plan P${newer}. Una discrepancia que persiste se muestra con lo último que se vio de ella.`,
  }
}

/** Who accepted something that was held, when and why. */
export function acceptedWords(by: string, at: string | null, reason: string | null): Phrase {
  const rest = [at, reason].filter((part) => part !== null).join(', ')
  return { en: `by ${by}${rest && `, ${rest}`}`, es: `por ${by}${rest && `, ${rest}`}` }
}

/** How many of the planned changes one run wrote or tried to. */
export function writtenWords(count: number, actor: string, run: number): Phrase {
  const many = countWords(count)
  return {
    en: `${many.en} by ${actor}, run R${run}`,
    es: `${many.es} por ${actor}, ejecución R${run}`,
  }
}

/** Why a plan was held for changing so much. */
export function shareExceeded(changes: number, rows: number, limit: number): Phrase {
  const most = Math.round(limit * 100)
  const [few, all] = [countWords(changes), counted(rows, COMPUTERS)]
  return {
    en: `it changes ${few.en} of ${all.en}, more than ${most} %`,
    es: `cambia ${few.es} de ${all.es}, más del ${most} %`,
  }
}

/** Why a delivery was held. */
export function deliveryHold(code: string): Phrase {
  return DELIVERY_HOLDS.get(code) ?? { en: code, es: code }
}

const DELIVERY_HOLDS: ReadonlyMap<string, Phrase> = new Map([
  ['empty', { en: 'it came empty', es: 'llegó vacía' }],
  [
    'shrunk',
    { en: 'it came with far fewer rows than before', es: 'llegó con muchas menos filas que antes' },
  ],
  ['header-not-found', { en: 'its header was not found', es: 'no se encontró su encabezado' }],
])
