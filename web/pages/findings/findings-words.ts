import type { Words } from '../../words/phrase.ts'

/** What the list of findings says. */
export const FINDINGS = {
  title: { en: 'Findings', es: 'Hallazgos' },
  asOf: { en: (day: string) => `as of ${day}`, es: (day: string) => `al ${day}` },
  list: { en: 'Work list', es: 'Lista de trabajo' },
  keys: { en: 'Keys', es: 'Teclas' },
  none: {
    en: 'Nothing disagrees here. Findings appear when the sources of a check have been collected.',
    es: 'Aquí nada discrepa. Los hallazgos aparecen cuando se recogen las fuentes de una comprobación.',
  },
  noneOfThese: {
    en: 'No finding is as these filters ask.',
    es: 'Ningún hallazgo cumple estos filtros.',
  },
  dormant: {
    en: (count: string) => `${count} that nobody looks at any more`,
    es: (count: string) => `${count} que ya nadie compara`,
  },
  notDormant: { en: 'Back to those compared', es: 'Volver a los que se comparan' },
  notLooked: {
    en: (count: string) => `${count} comparisons were left out on the newest day`,
    es: (count: string) => `${count} comparaciones no se hicieron el último día`,
  },
  because: {
    en: 'A source was not there whole, so its findings stay as they stood.',
    es: 'Una fuente no estaba completa, así que sus hallazgos quedan como estaban.',
  },
  text: { en: 'Name, note or evidence', es: 'Nombre, nota o indicios' },
  check: { en: 'Check', es: 'Comprobación' },
  severity: { en: 'Severity', es: 'Gravedad' },
  state: { en: 'State', es: 'Estado' },
  workStates: { en: 'To be worked on', es: 'Por resolver' },
  everyState: { en: 'Every state', es: 'Todos los estados' },
  site: { en: 'Site', es: 'Sitio' },
  owner: { en: 'Owner', es: 'Responsable' },
  nobody: { en: 'Nobody', es: 'Nadie' },
  mine: { en: 'Me', es: 'Yo' },
  standing: { en: 'Standing', es: 'Vigente' },
  longer: {
    en: (days: number) => `more than ${days} days`,
    es: (days: number) => `más de ${days} días`,
  },
  shorter: {
    en: (days: number) => `fewer than ${days} days`,
    es: (days: number) => `menos de ${days} días`,
  },
  fewer: { en: 'and fewer than', es: 'y menos de' },
  what: { en: 'What', es: 'Qué' },
  age: { en: 'Days', es: 'Días' },
  ref: { en: 'Number', es: 'Número' },
  note: { en: 'Note', es: 'Nota' },
  firstSeen: { en: 'First seen', es: 'Visto por primera vez' },
  lastSeen: { en: 'Last seen', es: 'Visto por última vez' },
  selectThis: { en: (ref: string) => `Select ${ref}`, es: (ref: string) => `Elegir ${ref}` },
  selected: {
    en: (count: string) => `${count} selected`,
    es: (count: string) => `${count} elegidos`,
  },
  allOfFilter: {
    en: (count: string) => `All ${count} of this list`,
    es: (count: string) => `Los ${count} de esta lista`,
  },
  selectAll: {
    en: (count: string) => `Select all ${count} of this list`,
    es: (count: string) => `Elegir los ${count} de esta lista`,
  },
  selectNone: { en: 'Select none', es: 'No elegir ninguno' },
  mayNot: {
    en: 'You may look at findings. Deciding them needs the permission “operate”.',
    es: 'Puede mirar los hallazgos. Decidirlos requiere el permiso «operate».',
  },
  pick: {
    en: 'Choose a finding with j and k, or click one.',
    es: 'Elija un hallazgo con j y k, o haga clic en uno.',
  },
  details: { en: 'Finding', es: 'Hallazgo' },
  close: { en: 'Close', es: 'Cerrar' },
  evidence: { en: 'Evidence', es: 'Indicios' },
  differs: { en: 'differs', es: 'difiere' },
  history: { en: 'History', es: 'Historia' },
  compared: { en: 'Compared', es: 'Comparado' },
  notCompared: { en: 'not compared', es: 'sin comparar' },
  sinceDay: {
    en: (day: string, days: string) => `since ${day}, ${days} days`,
    es: (day: string, days: string) => `desde el ${day}, ${days} días`,
  },
  acceptedUntil: {
    en: (day: string) => `Accepted until ${day}`,
    es: (day: string) => `Aceptado hasta el ${day}`,
  },
  unplaced: {
    en: (place: string) => `At no site; the nearest other machine is at ${place}.`,
    es: (place: string) => `En ningún sitio; el equipo más próximo está en ${place}.`,
  },
  noSite: { en: 'no site', es: 'sin sitio' },
  byLook: { en: 'by comparing', es: 'al comparar' },
  untilDay: { en: (day: string) => `until ${day}`, es: (day: string) => `hasta el ${day}` },
  run: { en: (id: number) => `run ${id}`, es: (id: number) => `ejecución ${id}` },
} satisfies Words

/** What becomes of a finding. */
export const EVENTS = {
  opened: { en: 'Opened', es: 'Abierto' },
  returned: { en: 'Came back', es: 'Volvió' },
  reopened: { en: 'Reopened', es: 'Reabierto' },
  verified: { en: 'Gone: the books agree', es: 'Resuelto: los registros concuerdan' },
  lapsed: { en: 'Acceptance ran out', es: 'Venció la aceptación' },
  acknowledged: { en: 'Acknowledged', es: 'Reconocido' },
  fixed: { en: 'Said to be fixed', es: 'Dado por corregido' },
  accepted: { en: 'Accepted', es: 'Aceptado' },
  assigned: { en: 'Owner', es: 'Responsable' },
  noted: { en: 'Note', es: 'Nota' },
} satisfies Words
