import { spawnSync } from 'node:child_process'
import { ensureFound } from './debian-packages.ts'

/** A Python that can run a peer. */
export interface PeerPython {
  readonly program: string
  /** Its own version and those of the libraries. */
  readonly versions: string
}

/** Libraries of peers that speak with PostgreSQL, by the names Python knows them by. */
export type PeerLibrary = 'pandas' | 'psycopg2' | 'sqlalchemy'

/** Finds a Python with these libraries, installs them where this may be done, or says what to install. */
export function ensurePeerPython(libraries: readonly PeerLibrary[]): PeerPython {
  return ensureFound(() => findPython(libraries), {
    packages: libraries.map((library) => `python3-${library}`),
    otherwise: `pip install ${libraries.join(' ')}, for the python3 of the path`,
  })
}

/** The first Python that has all: that of the path, or Debian's own where another hides it. */
function findPython(libraries: readonly PeerLibrary[]): PeerPython | null {
  const versions = libraries.map((library) => `"${library}", ${library}.__version__.split()[0]`)
  const script = `import platform, ${libraries.join(', ')}
print("Python", platform.python_version(), ${versions.join(', ')})`
  for (const program of ['python3', '/usr/bin/python3']) {
    const asked = spawnSync(program, ['-c', script], { encoding: 'utf8' })
    if (asked.status === 0) return { program, versions: asked.stdout.trim() }
  }
  return null
}
