import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findMariadb } from '../../test/support/mariadb-binaries.ts'

/** What the peer is made of, by the names Debian and Python know it by. */
const PEER_PACKAGES = ['python3-pandas', 'python3-openpyxl', 'python3-pymysql'] as const
const VERSIONS = `
import platform, pandas, openpyxl, pymysql
print("Python", platform.python_version(), "pandas", pandas.__version__,
  "openpyxl", openpyxl.__version__, "PyMySQL", pymysql.__version__)`

/** A Python that can run the peer. */
export interface PeerPython {
  readonly program: string
  /** Its own version and those of the libraries. */
  readonly versions: string
}

/** Finds what is measured with, installs it where this may be done, or says what to install. */
export function ensurePackages(environment: NodeJS.ProcessEnv): PeerPython {
  const missing = missingPackages(environment)
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`Installing ${missing.join(', ')} for the benchmark ...`)
    apt(['update'])
    apt(['install', '-y', '--no-install-recommends', ...missing])
  }
  const python = findPython()
  const still = missingPackages(environment)
  if (python === null || still.length > 0) throw new Error(howToProvide(still))
  return python
}

function missingPackages(environment: NodeJS.ProcessEnv): string[] {
  const hasMariadb = environment.MUSTER_TEST_MARIADB_URL || findMariadb(environment)
  return [...(hasMariadb ? [] : ['mariadb-server']), ...(findPython() ? [] : PEER_PACKAGES)]
}

/** The first Python that has all of it: that of the path, or Debian's own where another hides it. */
function findPython(): PeerPython | null {
  for (const program of ['python3', '/usr/bin/python3']) {
    const asked = spawnSync(program, ['-c', VERSIONS], { encoding: 'utf8' })
    if (asked.status === 0) return { program, versions: asked.stdout.trim() }
  }
  return null
}

function apt(args: readonly string[]): void {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} ended with code ${status}`)
}

function howToProvide(missing: readonly string[]): string {
  return [
    `The benchmark needs ${missing.join(', ')}.`,
    `On Debian and Ubuntu: apt-get install ${missing.join(' ')}`,
    'Elsewhere: MariaDB (or MUSTER_TEST_MARIADB_URL=mysql://admin:password@host:port), and a python3',
    'with the modules pandas, openpyxl and pymysql: pip install pandas openpyxl pymysql',
  ].join('\n')
}
