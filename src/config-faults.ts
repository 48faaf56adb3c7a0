import { z } from 'zod'
import type { ConfigFault } from './config-yaml.ts'
import { configFaultWords } from './language/config-words.ts'
import { type Language, say } from './language/language.ts'

/** Faults of a text as sentences with their places, in the order of their lines. */
export function toldInOrder(faults: readonly ConfigFault[], language: Language): string[] {
  const inOrder = faults.toSorted((one, other) => lineOf(one) - lineOf(other))
  return inOrder.map((fault) => say(configFaultWords(fault), language))
}

/** What stands in no line comes last. */
function lineOf({ place }: ConfigFault): number {
  return place.line ?? Number.MAX_SAFE_INTEGER
}

/** Zod words its faults in one language for the whole process; set for this one reading only. */
export function inLanguage<T>(language: Language, work: () => T): T {
  const before = z.config().localeError
  z.config(z.locales[language]())
  try {
    return work()
  } finally {
    z.config(before === undefined ? {} : { localeError: before })
  }
}
