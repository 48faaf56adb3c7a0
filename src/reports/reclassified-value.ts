import { codeWords } from '../language/code-words.ts'
import { FLEET_WORDS, MACHINE_KIND_WORDS } from '../language/fleet-words.ts'
import type { Phrase } from '../language/language.ts'
import type { Reclassified } from '../reconcile/rehearse/compare-fleets.ts'

/** What a record is or was, for people. */
export function reclassifiedValue(what: Reclassified['what'], value: Reclassified['to']): Phrase {
  if (typeof value === 'boolean') return FLEET_WORDS[value ? 'yes' : 'no']
  if (value === null) return what === 'site' ? FLEET_WORDS.unmapped : FLEET_WORDS.nothing
  return what === 'class' ? codeWords(MACHINE_KIND_WORDS, value) : { en: value, es: value }
}
