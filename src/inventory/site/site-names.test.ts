import { describe, expect, it } from 'vitest'
import { nearestNames, siteMeant } from './site-names.ts'

const SITES = ['Alder & Birch LLP', 'Almacenes Río, S.A.', 'Cedar Inc', 'Cedar LLC']

describe('a site that a person named', () => {
  it.each([
    ['Cedar Inc', 'Cedar Inc'],
    ['almacenes rio', 'Almacenes Río, S.A.'],
    ['ALDER BIRCH', 'Alder & Birch LLP'],
  ])('is by "%s" meant as %s', (named, site) => {
    expect(siteMeant(SITES, named)).toBe(site)
  })

  it('is none where two have the name, or nobody has', () => {
    expect(siteMeant(SITES, 'cedar')).toBeNull()
    expect(siteMeant(SITES, 'Alder')).toBeNull()
  })

  it('is near to others, of which the most alike come first', () => {
    expect(nearestNames(SITES, 'Aldr Birch')[0]).toBe('Alder & Birch LLP')
  })
})
