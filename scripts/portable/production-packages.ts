import type { Target } from './targets.ts'

/** What a lock file says of one package. `os`, `cpu` and `libc` are absent where it runs anywhere. */
export interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
  readonly libc?: string | readonly string[]
}

/** A package as it goes into a portable folder. */
export interface ShippedPackage {
  /** Where it lies, from the root of the project. @example 'node_modules/pg/node_modules/pg-types' */
  readonly path: string
  readonly name: string
  readonly version: string
  readonly integrity: string
}

/** What the embedded database and the native addons are made for on Linux. */
const LIBC = 'glibc'

/** Node itself, of which a target has its own, and packages that hold types alone. */
const LEFT_OUT = [
  /^node_modules\/node-(?:linux|win|darwin)-\w+$/u,
  /(?:^|\/)node_modules\/(?:@types\/|undici-types$)/u,
]

/**
 * The packages that a target needs at run time, by path: no tools, and of those for one kind of machine only its own.
 * Throws where the lock file does not pin one.
 */
export function productionPackages(
  locked: Readonly<Record<string, LockedPackage>>,
  target: Pick<Target, 'os' | 'cpu'>,
): ShippedPackage[] {
  return Object.entries(locked)
    .filter(([path, found]) => path !== '' && !found.dev && runsOn(found, target))
    .filter(([path]) => !LEFT_OUT.some((pattern) => pattern.test(path)))
    .map(([path, { version, integrity }]) => {
      if (!version || !integrity) throw new Error(`the lock file does not pin ${path}`)
      return { path, name: nameOf(path), version, integrity }
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function runsOn({ os, cpu, libc }: LockedPackage, target: Pick<Target, 'os' | 'cpu'>): boolean {
  const isForLibc = target.os !== 'linux' || allows(libc, LIBC)
  return allows(os, target.os) && allows(cpu, target.cpu) && isForLibc
}

/** Lists of npm name what is allowed, or with `!` what is not. */
function allows(list: string | readonly string[] | undefined, word: string): boolean {
  const words = list === undefined ? [] : [list].flat()
  if (words.includes(`!${word}`)) return false
  const named = words.filter((each) => !each.startsWith('!'))
  return named.length === 0 || named.includes(word)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
