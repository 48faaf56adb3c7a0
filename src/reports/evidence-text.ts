import { evidenceValueWords, evidenceWords } from '../language/evidence-words.ts'
import { FLEET_WORDS } from '../language/fleet-words.ts'
import type { EvidencePath, EvidenceValue } from './evidence-layout.ts'
import type { Voice } from './voice.ts'

/** What a part of evidence is called. @example 'Finance: Cell' */
export function pathText(path: EvidencePath, { say }: Pick<Voice, 'say'>): string {
  const names = path.map((part) => say(evidenceWords(part)))
  return names.filter((name) => name !== '').join(': ')
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/u
const NOT_KNOWN = '-'

/** What stands in a part of evidence, for people: codes in words, instants by their clock. */
export function valuesText(
  path: EvidencePath,
  values: readonly EvidenceValue[],
  { say, at }: Pick<Voice, 'say' | 'at'>,
): string {
  if (values.length === 0) return say(FLEET_WORDS.nothing)
  const texts = values.map((value) => {
    if (value === null) return NOT_KNOWN
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string' && INSTANT.test(value)) return at(new Date(value))
    return say(evidenceValueWords(path, value))
  })
  return texts.join('; ')
}
