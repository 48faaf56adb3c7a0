import { readCases } from '../../src/cases/read-cases.ts'
import { runCase } from '../../src/reconcile/golden/run-case.ts'
import { filesIn } from '../inputs/corpus.ts'
import { damagedYaml } from '../inputs/damaged-yaml.ts'
import type { OpenFunction } from '../target.ts'
import { endingOf } from './ending.ts'

/** Golden cases: what can be read is run as well. */
export const openGoldenCases: OpenFunction = async () => {
  const corpus = filesIn('demo/golden', /\.yaml$/u).flatMap(singles)
  return {
    make: (chance) => damagedYaml(corpus, chance),
    run: (input) =>
      endingOf(() => {
        const files = [{ file: 'cases.yaml', text: input.toString('utf8') }]
        const language = input.length % 2 === 0 ? 'en' : 'es'
        const cases = readCases(files, { base: {}, language })
        const misses = cases.flatMap(({ golden, rules }) => runCase(golden, rules))
        return misses.length === 0 ? 'as expected' : 'misses'
      }),
    close: async () => {},
  }
}

/** A file of each case alone, so that what is wrong with one does not hide the others; and the whole. */
function singles(whole: Buffer): Buffer[] {
  const [head = '', ...cases] = whole.toString('utf8').split(/^(?= {2}- )/mu)
  return [whole, ...cases.map((each) => Buffer.from(head + each))]
}
