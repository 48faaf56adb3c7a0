import fc from 'fast-check'
import type { Chance } from '../../demo/chance.ts'

/** One thing of a grammar, by chance. */
export function sample<Thing>(grammar: fc.Arbitrary<Thing>, chance: Chance): Thing {
  const [thing] = fc.sample(grammar, { seed: chance.below(2 ** 31), numRuns: 1 })
  return thing as Thing // a run makes one thing
}
