import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { freshOwnData } from '../../bench/muster/own-data.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { openCluster } from '../../src/db/embedded/embedded-cluster.ts'
import { readServerFile } from '../../src/db/embedded/embedded-files.ts'
import { salesFile } from '../../test/support/event-files.ts'
import { type StoppableMuster, startStoppable } from '../../test/support/stoppable-muster.ts'

const run = promisify(execFile)

/** A Muster with the PostgreSQL that comes along, in a folder of its own. */
export interface OwnFolder {
  readonly folder: string
  /** Takes a file of so many events in; each number is another file. */
  ingest(file: number, from?: string): StoppableMuster
  /** Number of the first process of its server; null when none runs. */
  serverPid(): Promise<number | null>
  /** Copies the database as it lies on the disk into another data folder, and gives its name. */
  copy(): Promise<string>
  /** Lends the database of a data folder. */
  withDatabase<T>(work: (database: Database) => Promise<T>, from?: string): Promise<T>
}

export const ROWS = 12_000
const POINTER = 'postgres-cluster'
const OWN = 'data'

/** Lends an installation without a database yet; nothing of it is left. */
export async function withOwnFolder<T>(work: (own: OwnFolder) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-drill-own-'))
  const dataFolders = [OWN]
  const placeOf = (name: string) => join(folder, name)
  const cluster = () => openCluster({ dataFolder: placeOf(OWN) })
  const own: OwnFolder = {
    folder,
    ingest: (file, from = OWN) => startIngest(folder, file, from),
    serverPid: async () => (await readServerFile(await cluster()))?.pid ?? null,
    async copy() {
      const name = `copy-${dataFolders.length}`
      dataFolders.push(name)
      await configure(folder, name)
      await copyCluster((await cluster()).folder, { from: placeOf(OWN), to: placeOf(name) })
      return name
    },
    async withDatabase(ask, from = OWN) {
      const database = await openDatabase({ dataFolder: placeOf(from) })
      return ask(database).finally(() => database.close())
    },
  }
  await writeFiles(folder)
  await configure(folder, OWN)
  try {
    return await work(own)
  } finally {
    for (const name of dataFolders) {
      const data = await freshOwnData(undefined, placeOf(name))
      await data.remove()
    }
    await rm(folder, { recursive: true, force: true })
  }
}

const FILES = [1, 2, 3]

async function writeFiles(folder: string): Promise<void> {
  for (const file of FILES) {
    const order = { rows: ROWS, days: 10, metrics: [`sold ${file}`, `returned ${file}`] }
    await writeFile(join(folder, `sales-${file}.csv`), salesFile(order).text)
  }
}

function configOf(folder: string, dataFolder: string): string {
  return join(folder, `${dataFolder}.yaml`)
}

function configure(folder: string, dataFolder: string): Promise<void> {
  const settings = { dataFolder, keyRing: 'keys.json', sources: {} }
  return writeFile(configOf(folder, dataFolder), JSON.stringify(settings))
}

function startIngest(folder: string, file: number, dataFolder: string): StoppableMuster {
  const path = join(folder, `sales-${file}.csv`)
  const args = ['--json', '--config', configOf(folder, dataFolder), 'ingest', path]
  return startStoppable({ env: { DATABASE_URL: '' }, args: [...args, '--source', 'pos'] })
}

/** The cluster of root lies elsewhere, under a number that a file in the data folder tells. */
async function copyCluster(
  cluster: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await mkdir(to)
  const isElsewhere = await readFile(join(from, POINTER), 'utf8').then(
    () => true,
    () => false,
  )
  const id = randomUUID()
  const target = isElsewhere ? join(dirname(cluster), id) : join(to, 'postgres')
  await run('cp', ['-a', cluster, target])
  if (isElsewhere) await writeFile(join(to, POINTER), `${id}\n`)
}
