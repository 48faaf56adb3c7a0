import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, type DatabaseSettings, openDatabase } from '../../src/db/database.ts'
import type { Command } from '../measure/measured.ts'
import { freshOwnData, type OwnData } from '../muster/own-data.ts'
import { connectionWords } from '../peer/connection-words.ts'

/** A Muster that has its database and nothing in it. */
export interface Installation extends Pick<OwnData, 'cluster'> {
  /** A command of it, as a person would type it. */
  command(...args: readonly string[]): Command
  /** Where a process of our own finds its configuration and its database. */
  readonly place: { readonly config: string; readonly databaseUrl: string }
  /** Lends the database; the PostgreSQL that comes along runs as long as somebody holds it. */
  withDatabase<T>(work: (database: Database, words: string) => Promise<T>): Promise<T>
}

/** What an installation is made with. */
export interface InstallationRequest {
  readonly folder: string
  /** A server in place of the PostgreSQL that comes along. */
  readonly databaseUrl: string | undefined
}

const LAUNCHER = join(import.meta.dirname, '../../muster')

/** Lends a new installation, and leaves nothing of it behind. */
export async function withInstallation<T>(
  { folder, databaseUrl }: InstallationRequest,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const dataFolder = join(folder, 'data')
  const own = await freshOwnData(databaseUrl, dataFolder)
  try {
    const config = join(folder, 'muster.yaml')
    await mkdir(folder, { recursive: true })
    await writeFile(config, JSON.stringify({ dataFolder: 'data', sources: {} })) // JSON is YAML
    const installation = installationOf(own, { config, dataFolder })
    await installation.withDatabase(settle)
    return await work(installation)
  } finally {
    await own.remove()
  }
}

/** The server's own maintenance, and everything written before on disk: nobody waits for it later. */
export async function settle({ pool }: Database): Promise<void> {
  await pool.query('vacuum (analyze)')
  await pool.query('checkpoint')
  spawnSync('sync')
}

function installationOf(
  own: OwnData,
  { config, dataFolder }: { readonly config: string; readonly dataFolder: string },
): Installation {
  const settings: DatabaseSettings = own.url === '' ? { dataFolder } : { url: own.url }
  return {
    place: { config, databaseUrl: own.url },
    cluster: () => own.cluster(),
    command: (...args) => ({
      program: LAUNCHER,
      args: ['--config', config, '--json', ...args],
      env: { DATABASE_URL: own.url },
      goodCodes: [0],
    }),
    async withDatabase(work) {
      const database = await openDatabase(settings)
      try {
        return await work(database, connectionWords(settings, database))
      } finally {
        await database.close()
      }
    },
  }
}
