import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from '../test/support/chromium.ts'
import { findMariadb } from '../test/support/mariadb-binaries.ts'
import { findTestPostgres } from '../test/support/postgres-binaries.ts'

/** Makes sure that the servers the tests are run against are there; says what to do where they are not. */
export async function ensureServices(): Promise<void> {
  const missing = await missingPackages()
  if (missing.length === 0) return
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!canInstall) throw new Error(howToProvide(missing))
  console.error(`Installing ${missing.join(' and ')} for the tests ...`)
  apt(['update'])
  apt(['install', '-y', '--no-install-recommends', ...missing])
  const still = await missingPackages()
  if (still.length > 0) throw new Error(howToProvide(still))
}

async function missingPackages(): Promise<string[]> {
  const { MUSTER_TEST_POSTGRES_URL, MUSTER_TEST_MARIADB_URL } = process.env
  const postgres = MUSTER_TEST_POSTGRES_URL || (await findTestPostgres(process.env))
  const mariadb = MUSTER_TEST_MARIADB_URL || findMariadb(process.env)
  const chromium = findChromium(process.env)
  return [
    ...(postgres ? [] : ['postgresql']),
    ...(mariadb ? [] : ['mariadb-server']),
    ...(chromium ? [] : ['chromium']),
  ]
}

function apt(args: readonly string[]): void {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} ended with code ${status}`)
}

function howToProvide(missing: readonly string[]): string {
  const advice: Record<string, string> = {
    postgresql:
      'PostgreSQL 15 or newer: install postgresql, or set MUSTER_TEST_POSTGRES_BIN to the folder of ' +
      'postgres and initdb, or MUSTER_TEST_POSTGRES_URL to postgres://superuser:password@host:port/postgres',
    'mariadb-server':
      'MariaDB: install mariadb-server, or set MUSTER_TEST_MARIADB_BIN to the folder of mariadbd and ' +
      'mariadb-install-db, or MUSTER_TEST_MARIADB_URL to mysql://admin:password@host:port',
    chromium: 'Chromium: install chromium, or set MUSTER_TEST_CHROMIUM to its program',
  }
  return ['The tests need', ...missing.map((name) => `- ${advice[name]}`)].join('\n')
}
