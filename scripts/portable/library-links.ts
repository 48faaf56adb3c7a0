import { lstat, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeLibraryLinks } from '../../src/db/embedded/embedded-staging.ts'

/**
 * Makes the links of libraries that the database's package makes as it is installed, so that none need be made where
 * the folder may not be written to. Throws where one is not there afterwards, as on Windows without the right to.
 */
export async function linkLibraries(nativeFolder: string): Promise<void> {
  await makeLibraryLinks(nativeFolder)
  const text = await readFile(join(nativeFolder, 'pg-symlinks.json'), 'utf8')
  const links: { target: string }[] = JSON.parse(text)
  for (const { target } of links) await lstat(join(dirname(nativeFolder), target))
}
