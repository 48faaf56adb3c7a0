import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A Python that can run the peer. */
export interface PeerPython {
  readonly program: string
  /** Its own version and those of the libraries. */
  readonly versions: string
}

const PACKAGES = ['python3-pandas', 'python3-psycopg2'] as const
const VERSIONS = `
import platform, pandas, psycopg2
print("Python", platform.python_version(), "pandas", pandas.__version__,
  "psycopg2", psycopg2.__version__.split()[0])`

/** Finds a Python with pandas and psycopg2, installs them where this may be done, or says what to install. */
export function ensurePeerPython(): PeerPython {
  const found = findPython()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`Installing ${PACKAGES.join(', ')} for the benchmark ...`)
    apt(['update'])
    apt(['install', '-y', '--no-install-recommends', ...PACKAGES])
  }
  const installed = findPython()
  if (installed) return installed
  throw new Error(
    `The benchmark needs a python3 with pandas and psycopg2. On Debian and Ubuntu: apt-get install ${PACKAGES.join(' ')}; elsewhere: pip install pandas psycopg2`,
  )
}

/** The first Python that has both: that of the path, or Debian's own where another hides it. */
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
