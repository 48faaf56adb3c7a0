import { describe, expect, it } from 'vitest'
import { secretExposure } from './secret-exposure.ts'

const MINE = 998

describe('secretExposure', () => {
  it('has nothing against a file of this account or of root that nobody else may touch', () => {
    expect(secretExposure({ mode: 0o100600, uid: MINE }, MINE)).toBeNull()
    expect(secretExposure({ mode: 0o100400, uid: 0 }, MINE)).toBeNull()
  })

  it('names each right of group and others, writing too', () => {
    const found = [0o640, 0o604, 0o620, 0o601].map(
      (mode) => secretExposure({ mode: 0o100000 | mode, uid: MINE }, MINE)?.found,
    )

    expect(found).toEqual(['640', '604', '620', '601'])
  })

  it('refuses what belongs to another account, for root as well', () => {
    const foreign = { problem: 'foreign-owner', found: '1000' }

    expect(secretExposure({ mode: 0o100600, uid: 1000 }, MINE)).toEqual(foreign)
    expect(secretExposure({ mode: 0o100600, uid: 1000 }, 0)).toEqual(foreign)
  })

  it('judges nothing where files have no such rights', () => {
    expect(secretExposure({ mode: 0o100666, uid: 0 }, null)).toBeNull()
  })
})
