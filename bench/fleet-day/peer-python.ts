import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A Python that can run the peer. */
export interface PeerPython {
  readonly program: string
  /** Its own version and that of its driver. */
  readonly versions: string
}

const PACKAGE = 'python3-psycopg2'
const VERSIONS = `
import platform, psycopg2
print("Python", platform.python_version(), "psycopg2", psycopg2.__version__.split()[0])`

/** Finds a Python with psycopg2, installs that where this may be done, or says what to install. */
export function ensurePeerPython(): PeerPython {
  const found = findPython()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`Installing ${PACKAGE} for the benchmark ...`)
    apt(['update'])
    apt(['install', '-y', '--no-install-recommends', PACKAGE])
  }
  const installed = findPython()
  if (installed) return installed
  throw new Error(
    `The benchmark needs a python3 with psycopg2. On Debian and Ubuntu: apt-get install ${PACKAGE}; elsewhere: pip install psycopg2`,
  )
}

/** The first Python that has it: that of the path, or Debian's own where another hides it. */
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
