import type { Words } from '../../words/phrase.ts'

/** What the page of one machine says. */
export const DEVICE = {
  title: { en: 'Device', es: 'Equipo' },
  machine: { en: (id: number) => `machine ${id}`, es: (id: number) => `equipo ${id}` },
  values: { en: 'What each source says', es: 'Qué dice cada fuente' },
  valuesBySource: { en: 'Values by source', es: 'Valores por fuente' },
  valuesNote: {
    en: (days: number) => `a source yields after ${days} days of silence`,
    es: (days: number) => `una fuente cede tras ${days} días sin señales`,
  },
  field: { en: 'Field', es: 'Campo' },
  rule: { en: 'Why it stands', es: 'Por qué vale' },
  stands: { en: 'stands', es: 'vale' },
  since: { en: (day: string) => `since ${day}`, es: (day: string) => `desde el ${day}` },
  agrees: { en: 'says the same', es: 'dice lo mismo' },
  notKept: { en: 'kept as of the newest day alone', es: 'solo se conserva del día más nuevo' },
  nothingSaid: { en: 'nobody says it', es: 'nadie lo dice' },
  order: { en: 'first in the order of sources', es: 'primera en el orden de fuentes' },
  'owner-silent': {
    en: 'the source before it is silent',
    es: 'la fuente anterior no da señales',
  },
  'all-silent': {
    en: 'all are silent; first in the order',
    es: 'ninguna da señales; primera en el orden',
  },
  only: { en: 'the only one that says it', es: 'la única que lo dice' },
  later: { en: 'later in the order', es: 'posterior en el orden' },
  silent: { en: 'silent, so it yields', es: 'no da señales y cede' },
  'other-record': {
    en: 'another record of its source comes first',
    es: 'otro registro de su fuente va primero',
  },
  'tells-nothing': { en: 'tells nothing of the machine', es: 'no dice nada del equipo' },
  heardAt: { en: (at: string) => `heard ${at}`, es: (at: string) => `visto ${at}` },
  quiet: {
    en: (days: number) => `silent for ${days} d`,
    es: (days: number) => `sin señales ${days} d`,
  },
  silenceNotKept: {
    en: 'last contact is kept as of the newest day alone',
    es: 'el último contacto solo se conserva del día más nuevo',
  },
  unheard: { en: 'its source does not say when', es: 'su fuente no dice cuándo' },
  evidence: { en: 'Evidence of its links', es: 'Evidencia de sus vínculos' },
  why: { en: 'Why these are one machine', es: 'Por qué son un solo equipo' },
  alone: { en: 'No other record speaks of it.', es: 'Ningún otro registro habla de él.' },
  same: {
    en: (one: string, other: string) => `${one} and ${other} have the same`,
    es: (one: string, other: string) => `${one} y ${other} tienen el mismo dato:`,
  },
  from: { en: (day: string) => `Since ${day}.`, es: (day: string) => `Desde el ${day}.` },
  whyNot: { en: 'Why not that one', es: 'Por qué no aquel' },
  noNearer: {
    en: 'No other record came near.',
    es: 'Ningún otro registro se le parece.',
  },
  shares: {
    en: (one: string, rule: string) => `${one} shares its ${rule} with`,
    es: (one: string, rule: string) => `${one} comparte su ${rule} con`,
  },
  butNot: { en: 'but they are two:', es: 'pero son dos:' },
  unplaced: {
    en: (organisation: string) =>
      `organisation ${organisation} is at no site yet, and a host name counts only within one`,
    es: (organisation: string) =>
      `la organización ${organisation} aún no está en ningún sitio, y un nombre solo vale dentro de uno`,
  },
  said: { en: 'What people said', es: 'Lo que dijeron las personas' },
  areOne: { en: 'are one machine', es: 'son un solo equipo' },
  areTwo: { en: 'are two machines', es: 'son dos equipos' },
  and: { en: 'and', es: 'y' },
  open: { en: 'For a person to decide', es: 'Debe decidirlo una persona' },
  timeline: { en: 'Timeline', es: 'Cronología' },
  first: { en: 'first kept of it', es: 'lo primero que se guarda' },
  returned: { en: 'came back', es: 'volvió' },
  timelineNote: {
    en: (count: string) => `${count} entries, newest first`,
    es: (count: string) => `${count} entradas, lo nuevo primero`,
  },
  findings: { en: 'Findings', es: 'Hallazgos' },
  noFindings: { en: 'Nothing was ever found of it.', es: 'Nunca se halló nada de él.' },
  standing: { en: (days: number) => `${days} d`, es: (days: number) => `${days} d` },
  notListed: {
    en: (day: string) => `No source lists it on ${day}.`,
    es: (day: string) => `Ninguna fuente lo lista el ${day}.`,
  },
  mergedFrom: {
    en: (ids: string) => `Machines that turned out to be this one: ${ids}.`,
    es: (ids: string) => `Equipos que resultaron ser este: ${ids}.`,
  },
  mergedInto: {
    en: (id: number) => `After that day it turned out to be machine ${id}.`,
    es: (id: number) => `Después de ese día resultó ser el equipo ${id}.`,
  },
  nobody: { en: 'No machine goes by that.', es: 'Ningún equipo responde a eso.' },
} satisfies Words
