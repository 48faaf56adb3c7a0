import { spawnSync } from 'node:child_process'
import { ensureFound } from './debian-packages.ts'

/** Finds psql, installs it where this may be done, or says what to install; gives its version. */
export function ensurePsql(): string {
  return ensureFound(psqlVersion, {
    packages: ['postgresql-client'],
    otherwise: 'a psql on the path',
  })
}

function psqlVersion(): string | null {
  const asked = spawnSync('psql', ['--version'], { encoding: 'utf8' })
  return asked.status === 0 ? (/\d+\.\d+/u.exec(asked.stdout)?.[0] ?? '') : null
}
