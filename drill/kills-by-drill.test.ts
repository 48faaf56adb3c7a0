import { describe, expect, it } from 'vitest'
import { killsByDrill } from './kills-by-drill.ts'
import { DRILLS } from './list.ts'

describe('killsByDrill', () => {
  it.each([60, 200, 201])('gives %i kills out, none more and none less', (kills) => {
    const given = [...killsByDrill(DRILLS, kills).values()]
    expect(given.reduce((sum, each) => sum + each, 0)).toBe(kills)
  })

  it('gives at least one to each drill that kills, and none to the others', () => {
    const given = killsByDrill(DRILLS, 2)
    for (const { name, killShare } of DRILLS) {
      expect((given.get(name) ?? 0) > 0).toBe(killShare > 0)
    }
  })
})
