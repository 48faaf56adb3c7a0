import { describe, expect, it } from 'vitest'
import { assertSites, seesSite } from './site-limit.ts'

const EVERYWHERE = { sites: null }
const IN_NORTH = { sites: ['Norte'] }
const NOWHERE = { sites: [] }

describe('assertSites', () => {
  it('refuses those limited to sites what is not told site by site', () => {
    expect(() => assertSites(IN_NORTH, { access: 'read' })).toThrow('request.site-limited')
    expect(() => assertSites(NOWHERE, { access: 'administer' })).toThrow('request.site-limited')
  })

  it('lets them ask for what is told site by site, is about them, or is for anybody', () => {
    expect(() => assertSites(IN_NORTH, { access: 'read', isSplitBySite: true })).not.toThrow()
    expect(() => assertSites(IN_NORTH, { access: 'signed-in' })).not.toThrow()
    expect(() => assertSites(IN_NORTH, { access: 'anybody' })).not.toThrow()
  })

  it('leaves those without a limit alone', () => {
    expect(() => assertSites(EVERYWHERE, { access: 'read' })).not.toThrow()
    expect(() => assertSites(null, { access: 'anybody' })).not.toThrow()
  })
})

describe('seesSite', () => {
  it.each([
    [EVERYWHERE, 'Sur', true],
    [EVERYWHERE, null, true],
    [IN_NORTH, 'Norte', true],
    [IN_NORTH, 'norte', false],
    [IN_NORTH, 'Sur', false],
    [IN_NORTH, null, false],
    [NOWHERE, 'Norte', false],
  ])('%j and site %j: %j', (caller, site, isSeen) => {
    expect(seesSite(caller, site)).toBe(isSeen)
  })
})
