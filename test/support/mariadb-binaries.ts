import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface MariadbBinaries {
  server: string
  install: string
}

const USUAL_FOLDERS = [
  '/usr/sbin',
  '/usr/bin',
  '/usr/libexec',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/opt/homebrew/bin',
]

/** MariaDB's server and installer, or null when this machine has none. */
export function findMariadb(environment: NodeJS.ProcessEnv): MariadbBinaries | null {
  const given = environment.MUSTER_TEST_MARIADB_BIN
  const folders = given ? given.split(delimiter) : pathFolders(environment)
  const server = firstExecutable(folders, 'mariadbd') ?? firstExecutable(folders, 'mysqld')
  const install = firstExecutable(folders, 'mariadb-install-db')
  return server && install ? { server, install } : null
}

function pathFolders(environment: NodeJS.ProcessEnv): string[] {
  return [...(environment.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL_FOLDERS]
}

function firstExecutable(folders: readonly string[], name: string): string | null {
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
