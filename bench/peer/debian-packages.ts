import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * What `find` finds; where it finds nothing, Debian's `packages` are installed first if this may be
 * done. Throws what to install otherwise.
 */
export function ensureFound<Found>(
  find: () => Found | null,
  { packages, otherwise }: { readonly packages: readonly string[]; readonly otherwise: string },
): Found {
  const found = find()
  if (found !== null) return found
  const names = packages.join(' ')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`Installing ${names} for the benchmark ...`)
    apt(['update'])
    apt(['install', '-y', '--no-install-recommends', ...packages])
  }
  const installed = find()
  if (installed !== null) return installed
  throw new Error(`On Debian and Ubuntu: apt-get install ${names}; elsewhere: ${otherwise}`)
}

function apt(args: readonly string[]): void {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} ended with code ${status}`)
}
