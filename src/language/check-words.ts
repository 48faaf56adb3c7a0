import type { Phrase } from './language.ts'

export type FleetCheckWord =
  | 'missing-in-rmm'
  | 'missing-in-edr'
  | 'duplicate-in-source'
  | 'spare-with-agent'
  | 'display-name-mismatch'
  | 'organisation-mismatch'
  | 'stale-on-one-side'
  | 'class-mismatch'

/** What a check is called, and what it says in one sentence. */
export interface CheckWords {
  readonly title: Phrase
  readonly says: Phrase
}

/** The checks over the sources that list machines. */
export const FLEET_CHECK_WORDS: Record<FleetCheckWord, CheckWords> = {
  'missing-in-rmm': {
    title: { en: 'Missing in remote management', es: 'Falta en la gestión remota' },
    says: {
      en: 'Endpoint protection lists the machine and remote management does not.',
      es: 'La protección de equipos tiene el equipo y la gestión remota no.',
    },
  },
  'missing-in-edr': {
    title: { en: 'Without protection agent', es: 'Sin agente de protección' },
    says: {
      en: 'Remote management lists the machine, it should have the agent of endpoint protection, and endpoint protection does not list it.',
      es: 'La gestión remota tiene el equipo, debería llevar el agente de protección, y la protección de equipos no lo tiene.',
    },
  },
  'duplicate-in-source': {
    title: { en: 'Listed twice in one source', es: 'Repetido en una fuente' },
    says: {
      en: 'One source lists the machine several times; the record heard of last is the one to keep.',
      es: 'Una misma fuente tiene el equipo varias veces; se conserva el registro del que se supo último.',
    },
  },
  'spare-with-agent': {
    title: { en: 'Spare with protection agent', es: 'Repuesto con agente de protección' },
    says: {
      en: 'The machine is a spare at remote management and still has its agent, and it lies in no stock location.',
      es: 'El equipo es un repuesto en la gestión remota y conserva su agente, y no está en una ubicación de almacén.',
    },
  },
  'display-name-mismatch': {
    title: { en: 'Named differently', es: 'Con nombres distintos' },
    says: {
      en: 'Remote management and endpoint protection give the machine different names, and neither is its host name.',
      es: 'La gestión remota y la protección de equipos dan al equipo nombres distintos, y ninguno es su nombre de equipo.',
    },
  },
  'organisation-mismatch': {
    title: { en: 'At different sites', es: 'En sitios distintos' },
    says: {
      en: 'Two sources put the machine in organisations that belong to different sites.',
      es: 'Dos fuentes ponen el equipo en organizaciones de sitios distintos.',
    },
  },
  'stale-on-one-side': {
    title: { en: 'Silent at one source', es: 'Sin noticias en una fuente' },
    says: {
      en: 'One source has not heard of the machine for too many days while another still has.',
      es: 'Una fuente lleva demasiados días sin saber del equipo mientras otra sí sabe de él.',
    },
  },
  'class-mismatch': {
    title: { en: 'Server or workstation', es: 'Servidor o estación de trabajo' },
    says: {
      en: 'The machine is a server at one source and a workstation at another.',
      es: 'El equipo es un servidor en una fuente y una estación de trabajo en otra.',
    },
  },
}
