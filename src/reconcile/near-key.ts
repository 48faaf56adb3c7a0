import { stripAccents } from '../lib/text.ts'

/** What would have to be overlooked for two keys to be one. */
export type KeyDifference =
  | 'invisible-characters'
  | 'accents'
  | 'case'
  | 'letter-for-digit'
  | 'decimal-point'
  | 'punctuation'
  | 'leading-zeros'

/** A key that is almost the one looked for: offered to a person, never applied. */
export interface NearKey {
  readonly key: string
  readonly differences: readonly KeyDifference[]
}

/** In the order they are applied: later ones rely on earlier ones. */
const FOLDS: readonly { name: KeyDifference; fold: (key: string) => string }[] = [
  { name: 'invisible-characters', fold: (key) => key.replace(/\p{Cf}/gu, '') },
  { name: 'accents', fold: stripAccents },
  { name: 'case', fold: (key) => key.toLowerCase() },
  { name: 'letter-for-digit', fold: (key) => key.replace(/o/giu, '0').replace(/[li]/giu, '1') },
  { name: 'decimal-point', fold: (key) => key.replace(/\.0+$/u, '') },
  { name: 'punctuation', fold: (key) => key.replace(/[^\p{L}\p{N}]+/gu, '') },
  { name: 'leading-zeros', fold: (key) => key.replace(/^0+(?=.)/u, '') },
]

/** How many suggestions are worth a person's time. */
const MOST_SUGGESTIONS = 3

/** Finds, among `keys`, those that equal a key once the usual slips of the hand are overlooked. */
export function nearKeyFinder(keys: Iterable<string>): (key: string) => NearKey[] {
  let byFold: Map<string, string[]> | null = null
  return (key) => {
    byFold ??= groupByFold(keys)
    return (byFold.get(foldAll(key)) ?? [])
      .filter((other) => other !== key)
      .slice(0, MOST_SUGGESTIONS)
      .map((other) => ({ key: other, differences: differencesBetween(key, other) }))
  }
}

function groupByFold(keys: Iterable<string>): Map<string, string[]> {
  const byFold = new Map<string, string[]>()
  for (const key of keys) {
    const folded = foldAll(key)
    const group = byFold.get(folded)
    if (group) group.push(key)
    else byFold.set(folded, [key])
  }
  return byFold
}

function foldAll(key: string): string {
  return FOLDS.reduce((folded, { fold }) => fold(folded), key)
}

/** The fewest folds that make the two equal: the boldest is left out first where it is not needed. */
function differencesBetween(one: string, other: string): KeyDifference[] {
  let needed = FOLDS
  for (const fold of FOLDS.toReversed()) {
    const fewer = needed.filter((each) => each !== fold)
    const equal = apply(fewer, one) === apply(fewer, other)
    if (equal) needed = fewer
  }
  return needed.map(({ name }) => name)
}

function apply(folds: typeof FOLDS, key: string): string {
  return folds.reduce((folded, { fold }) => fold(folded), key)
}
