import { rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { expectedOf } from './ingest/assert-kept.ts'
import { halfKnownFile, wholeFile, writeEventFile } from './ingest/event-file.ts'
import { type IngestSize, ingestFigures } from './ingest/figures.ts'
import { ingestLarge } from './ingest/large-file.ts'
import { type IngestOptions, readOptions } from './ingest/options.ts'
import { ingestReport } from './ingest/report.ts'
import { type Files, type IngestRound, ingestRound } from './ingest/round.ts'
import { emptyTruth } from './ingest/truth.ts'
import { ensurePeerPython } from './peer/peer-python.ts'
import { ensurePsql } from './peer/psql.ts'
import { postgresVersion } from './report/circumstances.ts'
import { keepResult } from './report/keep-result.ts'

const WORK = join(import.meta.dirname, 'work/ingest')
/** Beside the size asked for, for growth. */
const SHARES = [0.1, 1]

await benchIngest(readOptions(process.argv.slice(2)))

/** Takes files of two sizes in beside two peers, prints the result and keeps it. */
async function benchIngest(options: IngestOptions): Promise<void> {
  const loads = loadavg()
  const psql = ensurePsql()
  const python = ensurePeerPython(['pandas', 'sqlalchemy', 'psycopg2'])
  const sizes: IngestSize[] = []
  for (const share of SHARES) {
    sizes.push(await benchSize(Math.round(options.rows * share), options, python.program))
  }
  const { rows, rounds, gigabytes, keepIn, databaseUrl } = options
  const folder = join(WORK, 'large')
  const large = gigabytes > 0 ? await ingestLarge(gigabytes, { folder, databaseUrl }) : null
  const server = { version: versionIn(sizes), isOwn: databaseUrl === undefined }
  const figures = ingestFigures({ sizes, large })
  await keepResult({
    ...{ name: 'ingest', figures, keepIn, loads },
    command: `node bench/ingest.ts --rows ${rows} --rounds ${rounds} --gigabytes ${gigabytes}`,
    versions: { ...postgresVersion(server), psql, peer: python.versions },
    report: (facts) => ingestReport({ sizes, large }, { facts, figures, isOwn: server.isOwn }),
  })
}

async function benchSize(
  rows: number,
  { rounds: count, databaseUrl }: IngestOptions,
  python: string,
): Promise<IngestSize> {
  const folder = join(WORK, String(rows))
  try {
    const files = await writeFiles(folder, rows)
    const rounds: IngestRound[] = []
    for (let number = 1; number <= count; number += 1) {
      rounds.push(await ingestRound({ ...files, python, databaseUrl, folder }, number))
    }
    return { rows, bytes: files.whole.bytes, rounds }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeFiles(folder: string, rows: number): Promise<Files> {
  const truth = emptyTruth()
  const whole = await writeEventFile(join(folder, 'events.csv'), wholeFile(rows), truth)
  const expected = expectedOf(truth)
  const half = await writeEventFile(join(folder, 'half-known.csv'), halfKnownFile(rows), truth)
  return { whole, expected, half, expectedOfBoth: expectedOf(truth) }
}

function versionIn([size]: readonly IngestSize[]): string {
  return size?.rounds[0]?.serverVersion ?? ''
}
