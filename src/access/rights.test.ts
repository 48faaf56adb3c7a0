import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PERMISSIONS } from '../contract/permission.ts'
import { type Rights, rightsBeyond, rightsOf, sharedRights } from './rights.ts'

const rights: fc.Arbitrary<Rights> = fc.record({
  permissions: fc.subarray([...PERMISSIONS]),
  sites: fc.option(fc.subarray(['North', 'South', 'West'])),
})

describe('rightsBeyond', () => {
  it('names the permissions and sites that somebody has not, and * for all sites', () => {
    const own = rightsOf('analyst', ['North'])
    const asked = { permissions: ['read', 'approve'], sites: ['North', 'South'] } as const
    expect(rightsBeyond(asked, own)).toEqual(['approve', 'South'])
    expect(rightsBeyond({ permissions: ['read'], sites: null }, own)).toEqual(['*'])
  })

  it('finds nothing beyond in what two share', () => {
    fc.assert(
      fc.property(rights, rights, (one, other) => {
        const shared = sharedRights(one, other)
        expect([...rightsBeyond(shared, one), ...rightsBeyond(shared, other)]).toEqual([])
      }),
    )
  })
})

describe('sharedRights', () => {
  it('takes from a token what its maker has lost', () => {
    const token = { permissions: ['read', 'operate'], sites: ['North', 'South'] } as const
    expect(sharedRights(token, rightsOf('viewer', ['South', 'West']))).toEqual({
      permissions: ['read'],
      sites: ['South'],
    })
  })
})
