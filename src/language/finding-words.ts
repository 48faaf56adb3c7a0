import type { Phrase } from './language.ts'
import type { Noun } from './list-words.ts'

/** Disagreements that are kept, each under an id of its own. */
export const FINDINGS: Noun = {
  one: { en: 'finding', es: 'discrepancia' },
  many: { en: 'findings', es: 'discrepancias' },
}

export const CHECKS: Noun = {
  one: { en: 'check', es: 'comprobación' },
  many: { en: 'checks', es: 'comprobaciones' },
}

export type FindingStateWord = 'open' | 'acknowledged' | 'fixed' | 'accepted' | 'verified'

/** Where a finding stands, as an adjective. */
export const FINDING_STATE_WORDS: Record<FindingStateWord, Phrase> = {
  open: { en: 'open', es: 'abierta' },
  acknowledged: { en: 'acknowledged', es: 'reconocida' },
  fixed: { en: 'fixed', es: 'corregida' },
  accepted: { en: 'accepted', es: 'aceptada' },
  verified: { en: 'verified', es: 'verificada' },
}

export type SeverityWord = 'critical' | 'high' | 'medium' | 'low'

/** How much a finding matters. */
export const SEVERITY_WORDS: Record<SeverityWord, Phrase> = {
  critical: { en: 'critical', es: 'crítica' },
  high: { en: 'high', es: 'alta' },
  medium: { en: 'medium', es: 'media' },
  low: { en: 'low', es: 'baja' },
}

export type FindingEventWord =
  | 'opened'
  | 'returned'
  | 'reopened'
  | 'opened-again'
  | 'verified'
  | 'lapsed'
  | 'acknowledged'
  | 'fixed'
  | 'accepted'
  | 'assigned'
  | 'released'
  | 'noted'
  | 'note-removed'

/**
 * What happened to a finding. `reopened`, by a look: it is still there; `opened-again`, by a person.
 * `released`: given to nobody.
 */
export const FINDING_EVENT_WORDS: Record<FindingEventWord, Phrase> = {
  opened: { en: 'seen for the first time', es: 'vista por primera vez' },
  returned: { en: 'seen again after it was gone', es: 'vista de nuevo tras desaparecer' },
  reopened: {
    en: 'still there although said to be fixed: open again',
    es: 'sigue ahí aunque se dijo corregida: abierta de nuevo',
  },
  'opened-again': { en: 'opened again', es: 'abierta de nuevo' },
  verified: { en: 'seen no more', es: 'ya no se ve' },
  lapsed: {
    en: 'the day it was accepted until is over: open again',
    es: 'pasó el día hasta el que se aceptó: abierta de nuevo',
  },
  acknowledged: { en: 'acknowledged', es: 'reconocida' },
  fixed: { en: 'said to be fixed', es: 'se dijo corregida' },
  accepted: { en: 'accepted', es: 'aceptada' },
  assigned: { en: 'given to', es: 'asignada a' },
  released: { en: 'given to nobody', es: 'sin responsable' },
  noted: { en: 'noted', es: 'anotado' },
  'note-removed': { en: 'note removed', es: 'nota quitada' },
}

export type SkipWord = 'failed' | 'partial' | 'held' | 'never-collected' | 'not-taken-in'

/** Why a source could not be compared, said after its name. */
export const SKIP_WORDS: Record<SkipWord, Phrase> = {
  failed: { en: 'could not be collected', es: 'no se pudo recopilar' },
  partial: { en: 'came only in part', es: 'llegó solo en parte' },
  held: { en: 'is held for a person to accept', es: 'está retenida hasta que alguien la acepte' },
  'never-collected': { en: 'was never collected', es: 'nunca se ha recopilado' },
  'not-taken-in': { en: 'was never taken in', es: 'nunca se ha incorporado' },
}

export type DecisionWord =
  | 'acknowledged'
  | 'fixed'
  | 'accepted'
  | 'reopened'
  | 'assigned'
  | 'released'
  | 'noted'
  | 'note-removed'

/** What a person says of findings, said after how many they are and before who says it. */
export const FINDING_DECISION_WORDS: Record<DecisionWord, Noun> = {
  acknowledged: {
    one: { en: 'finding acknowledged', es: 'discrepancia reconocida' },
    many: { en: 'findings acknowledged', es: 'discrepancias reconocidas' },
  },
  fixed: {
    one: { en: 'finding said to be fixed', es: 'discrepancia que se dice corregida' },
    many: { en: 'findings said to be fixed', es: 'discrepancias que se dicen corregidas' },
  },
  accepted: {
    one: { en: 'finding accepted', es: 'discrepancia aceptada' },
    many: { en: 'findings accepted', es: 'discrepancias aceptadas' },
  },
  reopened: {
    one: { en: 'finding opened again', es: 'discrepancia abierta de nuevo' },
    many: { en: 'findings opened again', es: 'discrepancias abiertas de nuevo' },
  },
  assigned: {
    one: { en: 'finding given to', es: 'discrepancia asignada a' },
    many: { en: 'findings given to', es: 'discrepancias asignadas a' },
  },
  released: {
    one: { en: 'finding given to nobody', es: 'discrepancia sin responsable' },
    many: { en: 'findings given to nobody', es: 'discrepancias sin responsable' },
  },
  noted: {
    one: { en: 'finding noted', es: 'discrepancia anotada' },
    many: { en: 'findings noted', es: 'discrepancias anotadas' },
  },
  'note-removed': {
    one: { en: 'finding without its note', es: 'discrepancia sin su nota' },
    many: { en: 'findings without their note', es: 'discrepancias sin su nota' },
  },
}
