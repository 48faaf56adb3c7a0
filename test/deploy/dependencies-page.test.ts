import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { isPermissive, type LockedPackages } from '../../scripts/licence-check.ts'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8')
const { packages }: { packages: LockedPackages } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
)

/** The lines of the page's first tables: package, why, licence, last release. */
const lines = page
  .slice(0, page.indexOf('## Considered and not taken'))
  .split('\n')
  .map((line) => /^\| `([^`]+)`\s*\| (.+?)\s*\| (.+?)\s*\| (.+?)\s*\|$/u.exec(line))
  .flatMap((found) => (found ? [found.slice(1)] : []))

describe('the page of dependencies', () => {
  const { dependencies, devDependencies, optionalDependencies } = packageFile
  const declared = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })

  it('lists every dependency once, and no other', () => {
    expect(lines.map(([name]) => name).toSorted()).toEqual(declared.toSorted())
  })

  it('says of each why, and when it was last released', () => {
    const unsaid = lines.filter(
      ([, why = '', , last = '']) => !/^.{10,}\.$/u.test(why) || !/^20\d\d-\d\d-\d\d$/u.test(last),
    )
    expect(unsaid).toEqual([])
  })

  it('tells the licence that each bears, and ships none that is not permissive', () => {
    const licences = lines.map(([name = '', , licence]) => [name, licence])

    expect(licences).toEqual(
      licences.map(([name]) => [name, packages[`node_modules/${name}`]?.license]),
    )
    const shipped = licences.filter(([name = '']) => !(name in devDependencies))
    expect(shipped.filter(([, licence = '']) => !isPermissive(licence))).toEqual([])
  })

  it('knows no package whose last release is more than two years ago', () => {
    expect(lines.filter(([, , , last = '']) => last < '2024-11-21').map(([name]) => name)).toEqual(
      [],
    )
  })
})
