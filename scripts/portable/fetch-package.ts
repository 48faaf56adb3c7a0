import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A package in one version, and the hash of its packed file as a lock file writes it. */
export interface PinnedPackage {
  readonly name: string
  readonly version: string
  readonly integrity: string
}

/**
 * Unpacks a package of the registry into `to`. It must have the hash that is pinned; throws where it has not. No script
 * of it is run: what one would do is done by us, or not needed.
 */
export async function fetchPackage(pinned: PinnedPackage, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  const folder = await mkdtemp(`${to}.pack-`)
  try {
    const file = join(folder, packed(pinned, folder))
    const integrity = `sha512-${createHash('sha512')
      .update(await readFile(file))
      .digest('base64')}`
    if (integrity !== pinned.integrity) {
      throw new Error(`${pinned.name}@${pinned.version} is not what is pinned: it has ${integrity}`)
    }
    run('tar', ['-xzf', file, '-C', to, '--strip-components=1'])
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The name of the file that npm leaves in `folder`. */
function packed({ name, version }: PinnedPackage, folder: string): string {
  const words = ['pack', `${name}@${version}`, '--json', '--ignore-scripts', '--prefer-offline']
  const said = run('npm', [...words, '--pack-destination', folder])
  const [found]: { filename: string }[] = JSON.parse(said)
  if (!found) throw new Error(`npm packed nothing for ${name}@${version}`)
  return found.filename
}

function run(program: string, args: readonly string[]): string {
  const isNpmOnWindows = process.platform === 'win32' && program === 'npm'
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    ...{ encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: isNpmOnWindows },
  })
  if (error) throw new Error(`${program} could not be run: ${error.message}`)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}
