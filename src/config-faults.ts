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

/** Zod words its faults in one way for the whole process; ours are codes, for this one reading only. */
export function inCodes<T>(work: () => T): T {
  const before = z.config().localeError
  z.config({ localeError: codeOf })
  try {
    return work()
  } finally {
    z.config(before === undefined ? {} : { localeError: before })
  }
}

/** What `configFaultWords` has words for, of a fault that the schema itself says nothing of. */
function codeOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is-missing' : `type-wanted: ${issue.expected}`
    case 'invalid_value':
      return issue.input === undefined ? 'is-missing' : `one-of: ${issue.values.join(', ')}`
    case 'too_small':
      return `${sizeOf(issue.origin)}-${issue.inclusive === false ? 'above' : 'from'}: ${issue.minimum}`
    case 'too_big':
      return `${sizeOf(issue.origin)}-${issue.inclusive === false ? 'below' : 'to'}: ${issue.maximum}`
    default:
      return issue.input === undefined ? 'is-missing' : 'not-so'
  }
}

/** What is too much or too little of it. */
function sizeOf(origin: string): 'length' | 'count' | 'number' {
  if (origin === 'string') return 'length'
  return origin === 'array' || origin === 'set' ? 'count' : 'number'
}
