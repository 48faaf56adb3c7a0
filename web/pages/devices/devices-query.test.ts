import { describe, expect, it } from 'vitest'
import { devicesQuery, NO_SITE } from './devices-query.ts'

describe('devicesQuery', () => {
  it('asks for what Today links to', () => {
    expect(devicesQuery({ class: 'server' })).toEqual({ kind: 'server' })
    expect(devicesQuery({ spare: 'true' })).toEqual({ kind: 'spare' })
    expect(devicesQuery({ billable: 'true' })).toEqual({ billable: true })
    expect(devicesQuery({ distinct: 'true' })).toEqual({ distinct: true })
    expect(devicesQuery({ source: 'ninjaone' })).toEqual({ source: 'ninjaone' })
  })

  it('tells a site from being at none', () => {
    expect(devicesQuery({ site: 'Norte' })).toEqual({ site: 'Norte' })
    expect(devicesQuery({ site: NO_SITE })).toEqual({ noSite: true })
  })

  it('leaves out what is no filter of it', () => {
    expect(devicesQuery({ class: 'ship', sort: 'size', view: 'questions', text: '' })).toEqual({})
  })
})
