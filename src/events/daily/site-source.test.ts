import { describe, expect, it } from 'vitest'
import { sourceFault } from '../accept/metric.ts'
import { siteOfSource, siteSource } from './site-source.ts'

describe('siteOfSource', () => {
  it.each(['Alder', 'Alder: north', ' muster:x'])(
    'tells the site %j by its source again',
    (site) => {
      expect(siteOfSource(siteSource(site))).toBe(site)
    },
  )

  it.each(['muster', 'pos', 'muster#7', 'Muster:Alder'])('knows no site of %s', (source) => {
    expect(siteOfSource(source)).toBeNull()
  })
})

describe('sourceFault', () => {
  it.each(['muster', 'Muster ', 'muster:Alder', ' MUSTER:x', 'muster#7'])(
    'keeps %j for figures of Muster itself',
    (name) => {
      expect(sourceFault(name)).toBe('reserved')
    },
  )

  it('takes a source whose name only begins alike', () => {
    expect(sourceFault('mustering')).toBeNull()
  })
})
