import { mkdir, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { machineFacts } from './history/machine-facts.ts'
import { type HistoryOptions, readOptions } from './history/options.ts'
import { historyReport } from './history/report.ts'
import { type HistoryRound, historyRound } from './history/round.ts'

const WORK = join(import.meta.dirname, 'work/history')
const RESULT = join(import.meta.dirname, 'results/history.md')
/** Of the bytes of daily rows, and for each question. */
const TARGETS = { share: 1 / 15, seconds: 1, versions: 1_000_000 }

await benchHistory(readOptions(process.argv.slice(2)))

/** Keeps days as history and as daily rows, asks about them, prints the result and keeps it. */
async function benchHistory(options: HistoryOptions): Promise<void> {
  const { devices, days, versions, rounds, databaseUrl } = options
  const loads = loadavg()
  const taken: HistoryRound[] = []
  for (let round = 1; round <= rounds; round += 1) taken.push(await historyRound(options, WORK))
  const command = `bench/history.ts --devices ${devices} --days ${days} --versions ${versions} --rounds ${rounds}`
  const server = { version: taken[0]?.serverVersion ?? '', isOwn: databaseUrl === undefined }
  const facts = machineFacts(command, { server, loads })
  const report = historyReport(taken, { facts, options, targets: TARGETS })
  console.log(report)
  if (!options.keep) return
  await mkdir(join(RESULT, '..'), { recursive: true })
  await writeFile(RESULT, report)
}
