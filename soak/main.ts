import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readOptions, type SoakOptions } from './options.ts'
import { NIGHT_HEAD, nightLine } from './report/night-line.ts'
import { isGood, MONTH_HEAD, monthCells, reportText, type SoakReport } from './report/report.ts'
import { soak } from './soak.ts'

const RESULTS = join(import.meta.dirname, 'results')

await run(readOptions(process.argv.slice(2)))

/** Soaks, prints what came of it, and fails when something grew that must not, or is wrong. */
async function run(options: SoakOptions): Promise<void> {
  const { days, devices, seed } = options
  console.log(`${days} days, ${devices} devices, seed ${seed}\n\n| ${MONTH_HEAD.join(' | ')} |`)
  const nights = [NIGHT_HEAD]
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort())
  const report = await soak(options, {
    signal: ending.signal,
    day: (day) => nights.push(nightLine(day)),
    month: (month) => console.log(`| ${monthCells(month).join(' | ')} |`),
  })
  const text = reportText(report)
  console.log(`\n${text}`)
  if (options.keep && report.isWhole) await keep({ report, text, nights })
  if (!isGood(report)) process.exitCode = 1
}

interface Result {
  readonly report: SoakReport
  readonly text: string
  readonly nights: readonly string[]
}

async function keep({ report, text, nights }: Result): Promise<void> {
  await mkdir(RESULTS, { recursive: true })
  await writeFile(join(RESULTS, 'soak.md'), text)
  await writeFile(join(RESULTS, 'soak.json'), `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(join(RESULTS, 'nights.csv'), `${nights.join('\n')}\n`)
}
