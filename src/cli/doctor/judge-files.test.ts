import { describe, expect, it } from 'vitest'
import { judgeFileAge, judgeKeyFile } from './judge-files.ts'

describe('judgeFileAge', () => {
  it('asks for a newer file after a month', () => {
    const now = new Date('2026-11-21T12:00:00Z')
    const of = { subject: 'sources', about: 'locations' }
    const at = (changed: string) =>
      judgeFileAge(of, { name: 'rooms.xlsx', changed: new Date(changed), now }).health

    expect([at('2026-10-21T12:00:00Z'), at('2026-10-20T12:00:00Z')]).toEqual(['ok', 'attention'])
  })
})

describe('judgeKeyFile', () => {
  const file = { name: '/d/key-ring.json', keys: 2, uid: 998 }

  it('has nothing against keys that their owner alone may read', () => {
    expect(judgeKeyFile({ ...file, mode: 0o100600 }, 998).health).toBe('ok')
  })

  it('says the command that closes keys others may read', () => {
    const { health, todo } = judgeKeyFile({ ...file, mode: 0o100644 }, 998)

    expect([health, todo?.en]).toEqual(['attention', 'Run: chmod 600 /d/key-ring.json'])
  })
})
