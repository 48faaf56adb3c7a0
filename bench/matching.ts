import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { matchingReport } from './matching/report.ts'
import type { MatchRound } from './matching/round.ts'

const RESULT = join(import.meta.dirname, 'results/matching.md')
const MATCH_ONCE = join(import.meta.dirname, 'matching/match-once.ts')
const TARGETS = { records: 1_000_000, seconds: 30, gibibytes: 3 }
/** Beside the size asked for, for growth. */
const SHARES = [0.01, 0.1, 1]
const GIB = 1024 ** 3

interface Asked {
  readonly records: number
  readonly rounds: number
  readonly keep: boolean
}

await benchMatching(readAsked(process.argv.slice(2)))

/** Matches fleets of three sizes, each round in a process of its own; prints the result and keeps it. */
async function benchMatching(asked: Asked): Promise<void> {
  const facts = factsOf(asked)
  const sizes = SHARES.map((share) => {
    const count = Math.round(asked.records * share)
    return Array.from({ length: asked.rounds }, (_, at) => measure(count, at + 1))
  })
  const report = matchingReport(sizes, { facts, targets: TARGETS })
  console.log(report)
  if (!asked.keep) return
  await mkdir(join(RESULT, '..'), { recursive: true })
  await writeFile(RESULT, report)
}

function measure(count: number, number: number): MatchRound {
  const said = execFileSync(process.execPath, [MATCH_ONCE, String(count)], { encoding: 'utf8' })
  const round: MatchRound = JSON.parse(said)
  console.error(`${round.records} records, round ${number}: ${round.seconds.toFixed(2)} s`)
  return round
}

function readAsked(args: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '3' },
      'no-result': { type: 'boolean', default: false },
    },
  })
  return {
    records: wholeNumber('--records', values.records, 10_000),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    keep: !values['no-result'],
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least) return number
  throw new RangeError(`${name} ${text}: must be a whole number, ${least} at least`)
}

/** On what, with what and how the figures were taken, one fact a line. */
function factsOf({ records, rounds }: Asked): string[] {
  const [processor] = cpus()
  const system = `${type()} ${release().split('.').slice(0, 2).join('.')}`
  const loads = loadavg().map((load) => load.toFixed(2))
  return [
    `Taken on ${new Date().toISOString().slice(0, 10)} with \`node bench/matching.ts --records ${records} --rounds ${rounds}\`.`,
    `Machine: ${cpus().length} cores (${processor?.model.trim()}), ${(totalmem() / GIB).toFixed(0)} GiB of memory, ${system}; Node ${process.versions.node}.`,
    `Load average when the run began: ${loads.join(', ')} (1, 5 and 15 minutes).`,
    'Two sources, nine machines of ten in both; every round is a process of its own, which makes the records first.',
    'Memory is that of the whole process: the records before, and the most it ever held.',
  ]
}
