/** What a lock file says of one package. */
export interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** The packages of a lock file by their paths, the project itself under `''`. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>

/** Licences that ask for no more than their text and the names of the authors. */
export const PERMISSIVE: ReadonlySet<string> = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ...['BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'PostgreSQL', 'Zlib'],
])

/**
 * Whether a licence, as SPDX writes it, leaves a permissive choice.
 *
 * @example isPermissive('(MIT OR GPL-3.0)') // => true
 * @example isPermissive('MIT AND GPL-3.0') // => false
 */
export function isPermissive(licence: string): boolean {
  const text = licence.trim().replace(/^\((.*)\)$/su, '$1')
  if (text.includes('(')) return false // nested choices are read by a person
  return text
    .split(/\s+OR\s+/u)
    .some((choice) => choice.split(/\s+AND\s+/u).every((each) => PERMISSIVE.has(each.trim())))
}

/** Paths of all that is shipped: what is installed without tools, and what the web app's own imports bring into it. */
export function shippedPackages(packages: LockedPackages, webImports: Iterable<string>): string[] {
  const shipped = new Set(
    Object.entries(packages)
      .filter(([path, { dev }]) => path !== '' && dev !== true)
      .map(([path]) => path),
  )
  const open = [...webImports].map((name) => `node_modules/${name}`)
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (packages[path] === undefined || shipped.has(path)) continue
    shipped.add(path)
    open.push(...neededBy(path, packages))
  }
  return [...shipped].toSorted()
}

/** Where what a package needs lies: the nearest folder above it that has it. */
function neededBy(path: string, packages: LockedPackages): string[] {
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
  } = packages[path] ?? {}
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
  return names.flatMap((name) => nearest(path, name, packages) ?? [])
}

function nearest(path: string, name: string, packages: LockedPackages): string | undefined {
  const parts = path.split('/node_modules/')
  const places = parts.map((_, index) =>
    parts.slice(0, parts.length - index).join('/node_modules/'),
  )
  const candidates = [
    ...places.map((place) => `${place}/node_modules/${name}`),
    `node_modules/${name}`,
  ]
  return candidates.find((candidate) => packages[candidate] !== undefined)
}

/** The package a module is imported from; null for files of one's own and for Node's modules. */
export function packageOf(specifier: string): string | null {
  if (/^(?:\.|\/|node:|virtual:)/u.test(specifier)) return null
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? null)
}
