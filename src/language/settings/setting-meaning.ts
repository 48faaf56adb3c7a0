import type { Language } from '../language.ts'
import { FLEET_MEANINGS } from './fleet-meanings.ts'
import { SERVER_MEANINGS } from './server-meanings.ts'
import { SOURCE_MEANINGS } from './source-meanings.ts'
import { WORK_MEANINGS } from './work-meanings.ts'

const SPANISH: ReadonlyMap<string, string> = new Map(
  [SOURCE_MEANINGS, FLEET_MEANINGS, WORK_MEANINGS, SERVER_MEANINGS].flatMap(Object.entries),
)

/** What a setting means, by what its schema says of it in English. */
export function settingMeaning(english: string, language: Language): string {
  return language === 'es' ? (SPANISH.get(english) ?? english) : english
}

/** What there are Spanish words for, in English. */
export function translatedMeanings(): ReadonlySet<string> {
  return new Set(SPANISH.keys())
}
