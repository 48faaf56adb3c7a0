import { describe, expect, it } from 'vitest'
import { judgeAccount, judgeDisk, judgeMemory, judgeVersions } from './judge-machine.ts'

describe('judgeVersions', () => {
  it('asks for the Node that Muster is tested with', () => {
    const at = (node: string) => judgeVersions({ muster: '1.0.0', node, system: 'Linux' }).health

    expect([at('24.21.0'), at('26.0.0'), at('22.18.0')]).toEqual(['ok', 'ok', 'attention'])
  })
})

describe('judgeAccount', () => {
  it('minds root in production alone', () => {
    const health = (isRoot: boolean, isProduction: boolean) =>
      judgeAccount({ name: 'x', isRoot, isProduction }).health

    expect(health(true, true)).toBe('attention')
    expect([health(true, false), health(false, true)]).toEqual(['ok', 'ok'])
  })
})

describe('judgeMemory and judgeDisk', () => {
  it('ask for attention while there is still something to be done', () => {
    const disk = (free: number) => judgeDisk({ folder: '/d', free, total: 1e12 }).health

    expect(judgeMemory({ free: 299e6, total: 4e9 }).health).toBe('attention')
    expect(judgeMemory({ free: 300e6, total: 4e9 }).health).toBe('ok')
    expect([disk(2e9), disk(1.9e9), disk(0.1e9)]).toEqual(['ok', 'attention', 'broken'])
  })

  it('tell how much is left', () => {
    const { says } = judgeDisk({ folder: '/d', free: 1.9e9, total: 120e9 })

    expect(says.en).toBe('1.9 GB free of 120 GB')
  })
})
