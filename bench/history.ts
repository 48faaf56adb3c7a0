import { loadavg } from 'node:os'
import { join } from 'node:path'
import { historyFigures } from './history/figures.ts'
import { type HistoryOptions, readOptions } from './history/options.ts'
import { historyReport } from './history/report.ts'
import { type HistoryRound, historyRound } from './history/round.ts'
import { postgresVersion } from './report/circumstances.ts'
import { keepResult } from './report/keep-result.ts'

const WORK = join(import.meta.dirname, 'work/history')
/** Of the bytes of daily rows, and for each question. */
const TARGETS = { share: 1 / 15, days: 65, seconds: 1, versions: 1_000_000 }

await benchHistory(readOptions(process.argv.slice(2)))

/** Keeps days as history and as daily rows, asks about them, prints the result and keeps it. */
async function benchHistory(options: HistoryOptions): Promise<void> {
  const { devices, days, versions, rounds, keepIn, databaseUrl } = options
  const loads = loadavg()
  const taken: HistoryRound[] = []
  for (let round = 1; round <= rounds; round += 1) taken.push(await historyRound(options, WORK))
  const server = { version: taken[0]?.serverVersion ?? '', isOwn: databaseUrl === undefined }
  const figures = historyFigures(taken, { options, targets: TARGETS })
  await keepResult({
    ...{ name: 'history', figures, keepIn, loads, versions: postgresVersion(server) },
    command: `node bench/history.ts --devices ${devices} --days ${days} --versions ${versions} --rounds ${rounds}`,
    report: (facts) => historyReport(taken, { facts, options, figures }),
  })
}
