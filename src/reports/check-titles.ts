import { type CheckWords, FLEET_CHECK_WORDS } from '../language/check-words.ts'
import { TAG_CHECK_WORDS } from '../language/tag-check-words.ts'
import { FLEET_CHECKS, type FleetCheckCode } from '../reconcile/checks/fleet-checks.ts'
import { TAG_CHECKS, type TagCheckCode } from '../reconcile/checks/tag-checks.ts'

/** Every check by its code, in the order of their lists. */
const CHECK_WORDS: Readonly<Record<TagCheckCode | FleetCheckCode, CheckWords>> = {
  ...TAG_CHECK_WORDS,
  ...FLEET_CHECK_WORDS,
}

/** The codes of the checks there are. */
export const CHECK_CODES: readonly string[] = [...FLEET_CHECKS, ...TAG_CHECKS].map(
  ({ code }) => code,
)

/** What a check is called and says; one of another version stands for itself. */
export function checkWords(code: string): CheckWords {
  const words: Readonly<Record<string, CheckWords>> = CHECK_WORDS
  const itself = { en: code, es: code }
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? { title: itself, says: itself }
}
