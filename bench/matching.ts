import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { matchingFigures } from './matching/figures.ts'
import { type MatchingOptions, readOptions } from './matching/options.ts'
import { matchingReport } from './matching/report.ts'
import type { MatchRound } from './matching/round.ts'
import { keepResult } from './report/keep-result.ts'

const MATCH_ONCE = join(import.meta.dirname, 'matching/match-once.ts')
const TARGETS = { records: 1_000_000, seconds: 30, gibibytes: 3 }
/** Beside the size asked for, for growth. */
const SHARES = [0.01, 0.1, 1]
const NOTES = [
  'Two sources, nine machines of ten in both; every round is a process of its own, which makes the records first.',
  'Memory is that of the whole process: the records before, and the most it ever held.',
]

await benchMatching(readOptions(process.argv.slice(2)))

/** Matches fleets of three sizes, each round in a process of its own; prints the result and keeps it. */
async function benchMatching({ records, rounds, keepIn }: MatchingOptions): Promise<void> {
  const loads = loadavg()
  const sizes = SHARES.map((share) => {
    const count = Math.round(records * share)
    return Array.from({ length: rounds }, (_, at) => measure(count, at + 1))
  })
  const figures = matchingFigures(sizes, TARGETS)
  await keepResult({
    ...{ name: 'matching', figures, keepIn, loads },
    command: `node bench/matching.ts --records ${records} --rounds ${rounds}`,
    report: (facts) => matchingReport(sizes, { facts: [...facts, ...NOTES], figures }),
  })
}

function measure(count: number, number: number): MatchRound {
  const said = execFileSync(process.execPath, [MATCH_ONCE, String(count)], { encoding: 'utf8' })
  const round: MatchRound = JSON.parse(said)
  console.error(`${round.records} records, round ${number}: ${round.seconds.toFixed(2)} s`)
  return round
}
