import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readResult } from '../report/read-result.ts'
import { RESULTS } from '../report/result-options.ts'
import { BENCHMARKS } from '../runner/benchmarks.ts'
import { chartOf } from './chart.ts'
import { type Kept, pageText } from './page-text.ts'

const DOCS = join(import.meta.dirname, '../../docs')
const CHARTS = join(DOCS, 'images/benchmarks')

/** Draws the page of all benchmarks and its charts from what is kept. */
export async function writePage(): Promise<void> {
  const all = await keptResults()
  await rm(CHARTS, { recursive: true, force: true })
  await mkdir(CHARTS, { recursive: true })
  for (const { result } of all) {
    if (result) await writeFile(join(CHARTS, `${result.name}.svg`), chartOf(result))
  }
  await writeFile(join(DOCS, 'benchmarks.md'), pageText(all))
}

/** What is kept of each benchmark: data, only a report, or nothing yet. */
export async function keptResults(): Promise<Kept[]> {
  return Promise.all(
    BENCHMARKS.map(async (benchmark) => ({
      benchmark,
      result: await readResult(RESULTS, benchmark.name),
      hasReport: existsSync(join(RESULTS, `${benchmark.name}.md`)),
    })),
  )
}
