import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { fetchPackage } from './fetch-package.ts'
import { putPackage } from './put-package.ts'

const root = mkdtempSync(join(tmpdir(), 'muster-fetch-'))
const packed = join(root, 'a-1.0.0.tgz')

mkdirSync(join(root, 'source/package/bin'), { recursive: true })
writeFileSync(join(root, 'source/package/package.json'), '{"version":"1.0.0"}')
writeFileSync(join(root, 'source/package/bin/a'), 'a')
spawnSync('tar', ['-czf', packed, '-C', join(root, 'source'), 'package'])
const integrity = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`

/** An npm that packs always the same, and keeps what it was asked. */
mkdirSync(join(root, 'bin'))
const NPM = `#!/bin/sh
echo "$*" > '${root}/asked'
for last; do :; done
cp '${packed}' "$last/"
echo '[{"filename":"a-1.0.0.tgz"}]'
`
writeFileSync(join(root, 'bin/npm'), NPM)
chmodSync(join(root, 'bin/npm'), 0o755)

afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(root, { recursive: true }))

describe.skipIf(process.platform === 'win32')('fetchPackage', () => {
  const isFetched = async (to: string, pinned = integrity) => {
    vi.stubEnv('PATH', `${join(root, 'bin')}${delimiter}${process.env.PATH}`)
    await fetchPackage({ name: '@x/a', version: '1.0.0', integrity: pinned }, join(root, to))
  }

  it('unpacks what has the hash that is pinned, and runs no script', async () => {
    await isFetched('whole')

    expect(readFileSync(join(root, 'whole/bin/a'), 'utf8')).toBe('a')
    expect(readFileSync(join(root, 'asked'), 'utf8')).toMatch(
      /^pack @x\/a@1.0.0 .*--ignore-scripts/u,
    )
  })

  it('unpacks nothing that has another', async () => {
    await expect(isFetched('other', 'sha512-AAAA')).rejects.toThrow(
      `@x/a@1.0.0 is not what is pinned: it has ${integrity}`,
    )
    expect(() => readFileSync(join(root, 'other/bin/a'))).toThrow('ENOENT')
  })
})

describe('putPackage', () => {
  it('copies what is installed in this version, without the packages inside it', async () => {
    const from = join(root, 'installed')
    mkdirSync(join(from, 'node_modules/b'), { recursive: true })
    writeFileSync(join(from, 'package.json'), '{"version":"1.0.0"}')
    writeFileSync(join(from, 'node_modules/b/package.json'), '{}')
    const to = join(root, 'copied')

    expect(await putPackage({ name: 'a', version: '1.0.0', integrity }, { from, to })).toBe(
      'copied',
    )
    expect(readFileSync(join(to, 'package.json'), 'utf8')).toBe('{"version":"1.0.0"}')
    expect(() => readFileSync(join(to, 'node_modules/b/package.json'))).toThrow('ENOENT')
  })
})
