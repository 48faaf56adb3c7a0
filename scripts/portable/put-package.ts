import { cp, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fetchPackage, type PinnedPackage } from './fetch-package.ts'

/** Where a package lies in the project, and where it goes. */
export interface PackageWay {
  readonly from: string
  readonly to: string
}

/**
 * Puts a package in its place: the installed one where it is there in this version, else the one of the registry, which
 * must have the hash that is pinned. Packages inside it have places of their own and are left out.
 */
export async function putPackage(
  pinned: PinnedPackage,
  { from, to }: PackageWay,
): Promise<'copied' | 'fetched'> {
  if (!(await isInstalled(pinned, from))) {
    await fetchPackage(pinned, to)
    return 'fetched'
  }
  await cp(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path === from || basename(path) !== 'node_modules',
  })
  return 'copied'
}

/** Whether a package lies in `folder` in its pinned version. */
export async function isInstalled(
  { version }: Pick<PinnedPackage, 'version'>,
  folder: string,
): Promise<boolean> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null) // not there
  return text !== null && JSON.parse(text).version === version
}
