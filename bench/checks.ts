import { rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { type ChecksSize, checksFigures } from './checks/figures.ts'
import { type ChecksOptions, readOptions } from './checks/options.ts'
import { checksReport } from './checks/report.ts'
import { type ChecksRound, checksRound } from './checks/round.ts'
import { ensurePeerPython } from './peer/peer-python.ts'
import { postgresVersion } from './report/circumstances.ts'
import { keepResult } from './report/keep-result.ts'

const WORK = join(import.meta.dirname, 'work/checks')
const TARGETS = { devices: 100_000, seconds: 10 }
/** Beside the size asked for, for growth. */
const SHARES = [0.1, 1]

await benchChecks(readOptions(process.argv.slice(2)))

/** Looks for disagreements in fleets of two sizes beside a peer, prints the result and keeps it. */
async function benchChecks(options: ChecksOptions): Promise<void> {
  const loads = loadavg()
  const python = ensurePeerPython(['pandas', 'psycopg2'])
  const sizes: ChecksSize[] = []
  for (const share of SHARES) {
    sizes.push(await benchSize(Math.round(options.devices * share), options, python.program))
  }
  const { devices, rounds, keepIn, databaseUrl } = options
  const server = { version: versionIn(sizes), isOwn: databaseUrl === undefined }
  const figures = checksFigures(sizes, TARGETS)
  await keepResult({
    ...{ name: 'checks', figures, keepIn, loads },
    command: `node bench/checks.ts --devices ${devices} --rounds ${rounds}`,
    versions: { ...postgresVersion(server), peer: python.versions },
    report: (facts) => checksReport(sizes, { facts, figures }),
  })
}

async function benchSize(
  devices: number,
  { rounds: count, databaseUrl }: ChecksOptions,
  python: string,
): Promise<ChecksSize> {
  const folder = join(WORK, String(devices))
  try {
    const rounds: ChecksRound[] = []
    for (let number = 1; number <= count; number += 1) {
      rounds.push(await checksRound({ devices, python, databaseUrl, folder }, number))
    }
    return { devices, rounds }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function versionIn([size]: readonly ChecksSize[]): string {
  return size?.rounds[0]?.serverVersion ?? ''
}
