import type { Hold } from '../../collect/completeness.ts'
import { MISSING_WORDS } from '../../language/delivery-words.ts'
import { ERROR_WORDS, explain } from '../../language/error-words.ts'
import { heldCollectionWords, missingAtWords } from '../../language/hold-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { AppError, type ErrorCode } from '../../lib/errors.ts'
import type { Missing } from '../../sources/source.ts'
import { shownText } from './terminal-text.ts'

/** What kept a collection out of the history. */
export interface Faults {
  /** Its number where a person may accept it; null where a later try took its place. */
  readonly collection: number | null
  readonly state: 'complete' | 'partial' | 'held' | 'failed' | 'interrupted'
  readonly holds: readonly Hold[]
  readonly missing: readonly Missing[]
  /** A failure of ours, or as it was kept. */
  readonly failure: KeptFailure | null
}

export interface KeptFailure {
  readonly code: string
  readonly details: unknown
}

/** Said of every collection that is not in the history. */
const IN_FORCE: Phrase = {
  en: 'Nothing of it was taken in: what was known before stays in force.',
  es: 'No se tomó nada: sigue vigente lo que ya se sabía.',
}
const PARTIAL: Phrase = {
  en: 'Run "muster collect" again; if it stays so, ask the vendor.',
  es: 'Repita «muster collect»; si persiste, pregunte al proveedor.',
}
const INTERRUPTED: Phrase = {
  en: 'All was fetched, but the run ended too early. Run "muster collect" again.',
  es: 'Se trajo todo, pero la ejecución acabó antes de tiempo. Repita «muster collect».',
}

/** Why a collection is not in the history and what to do about it, a sentence each. */
export function faultLines(faults: Faults, language: Language): string[] {
  const { collection, state, holds, missing, failure } = faults
  const words = (phrase: Phrase) => say(phrase, language)
  return [
    ...(failure ? [failureLine(failure, language)] : []),
    ...(state === 'held' ? holds.map((hold) => words(heldCollectionWords(hold, collection))) : []),
    ...missing.map((part) => shownText(words(missingAtWords(MISSING_WORDS[part.code], part)))),
    ...(state === 'partial' ? [words(PARTIAL)] : []),
    ...(state === 'interrupted' ? [words(INTERRUPTED)] : []),
    ...(state === 'complete' ? [] : [words(IN_FORCE)]),
  ]
}

/** A failure in its sentence; one that another version kept as it stands. */
export function failureLine({ code, details }: KeptFailure, language: Language): string {
  if (!Object.hasOwn(ERROR_WORDS, code)) return JSON.stringify({ code, details })
  // A code with its details was kept by us, so they belong together.
  return explain(new AppError(code as ErrorCode, details as never), language)
}
