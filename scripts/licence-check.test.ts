import { describe, expect, it } from 'vitest'
import { isPermissive, packageOf, shippedPackages } from './licence-check.ts'

describe('isPermissive', () => {
  it('takes a choice that holds a permissive licence, and no sum that holds another', () => {
    expect(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC'].map(isPermissive)).toEqual([true, true, true])
    expect(['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', ''].map(isPermissive)).toEqual([
      ...[false, false, false, false],
    ])
  })

  it('leaves nested choices to a person', () => {
    expect(isPermissive('MIT AND (ISC OR GPL-3.0)')).toBe(false)
  })
})

describe('shippedPackages', () => {
  it('has what is installed without tools, and all that the web app brings in', () => {
    const packages = {
      '': {},
      'node_modules/pg': { dependencies: { 'pg-types': '*' } },
      'node_modules/pg-types': {},
      'node_modules/vitest': { dev: true },
      'node_modules/react': { dev: true, peerDependencies: { scheduler: '*' } },
      'node_modules/react/node_modules/scheduler': { dev: true },
      'node_modules/scheduler': { dev: true },
    }

    expect(shippedPackages(packages, ['react'])).toEqual([
      ...['node_modules/pg', 'node_modules/pg-types', 'node_modules/react'],
      'node_modules/react/node_modules/scheduler',
    ])
  })
})

describe('packageOf', () => {
  it('names the package of a module', () => {
    expect(
      ['react-dom/client', '@mantine/core/styles.css', './x.ts', 'node:fs'].map(packageOf),
    ).toEqual([...['react-dom', '@mantine/core', null, null]])
  })
})
