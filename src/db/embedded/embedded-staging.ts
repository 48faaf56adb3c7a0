import { randomBytes } from 'node:crypto'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { isSystemError } from '../system-error.ts'

/**
 * Makes the library links an install without scripts leaves out. Where they cannot be made the
 * programs do not run, and the probe says so.
 */
export async function makeLibraryLinks(nativeFolder: string): Promise<void> {
  const list = await readFile(join(nativeFolder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  const root = dirname(nativeFolder)
  for (const { source, target } of links) {
    const text = relative(dirname(target), source)
    await symlink(text, join(root, target)).catch(() => {})
  }
}

/** A copy of the shipped programs which every account may run, made once: gives its bin folder. */
export async function stageBinaries(from: string, target: string): Promise<string> {
  const staged = join(target, basename(from))
  if (await exists(staged)) return staged
  const fresh = `${target}.new-${randomBytes(6).toString('hex')}`
  try {
    await mkdir(fresh, { recursive: true })
    for (const part of ['bin', 'lib', 'share']) {
      await cp(join(dirname(from), part), join(fresh, part), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('.a'),
      })
    }
    await openToAll(fresh)
    await rename(fresh, target).catch(ignoreLostRace)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return staged
}

/** Whatever mask the checkout was made under. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  for (const entry of entries) {
    const isProgram = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    if (entry.isSymbolicLink()) continue
    await chmod(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644)
  }
}

function ignoreLostRace(error: unknown): void {
  if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST')) throw error
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
