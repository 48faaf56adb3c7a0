import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writePage } from './page/write-page.ts'
import { RESULTS } from './report/result-options.ts'
import { BENCHMARKS } from './runner/benchmarks.ts'
import { type Choice, readChoice } from './runner/choice.ts'
import { type Ended, runBenchmark } from './runner/run-benchmark.ts'
import { summaryText } from './runner/summary.ts'

const QUICK_RESULTS = join(RESULTS, 'quick')
const QUICK_WORDS = 'Small sizes and few rounds: they tell whether all works, not how fast it is.'

await benchAll(readChoice(process.argv.slice(2), BENCHMARKS))

/** Runs what was chosen one after the other and tells it in one table; ends with 1 if any failed. */
async function benchAll({ chosen, isQuick, isList }: Choice): Promise<void> {
  if (isList) {
    for (const { name, about } of chosen) console.log(`${name.padEnd(20)}  ${about}`)
    return
  }
  const folder = isQuick ? QUICK_RESULTS : RESULTS
  if (isQuick) await rm(folder, { recursive: true, force: true })
  const ends: Ended[] = []
  for (const benchmark of chosen) {
    console.error(`\n${benchmark.title} (${ends.length + 1} of ${chosen.length}) ...`)
    ends.push(await runBenchmark(benchmark, { isQuick, folder }))
  }
  console.log(`\n${summaryText(ends)}`)
  if (isQuick) console.log(`\n${QUICK_WORDS}`)
  else await writePage()
  if (ends.some(({ kind }) => kind === 'failed')) process.exitCode = 1
}
