import { describe, expect, it } from 'vitest'
import { foldOrganisation } from './fold-organisation.ts'

describe('foldOrganisation', () => {
  it.each([
    ['Alder & Birch LLP', 'alder birch'],
    ['ALDER-BIRCH', 'alder birch'],
    ['Cedar, Inc.', 'cedar'],
    ['Cedar Holdings Co., Ltd.', 'cedar holdings'],
    ['Cedar GmbH & Co. KG', 'cedar'],
    ['Cedar L.L.C.', 'cedar'],
    ['Almacenes Río, S.A. de C.V.', 'almacenes rio'],
    ['Almacenes Rio S. A.', 'almacenes rio'],
    ['Almacenes Río Sociedad Anónima', 'almacenes rio'],
    ['Almacenes Río, S. de R.L. de C.V.', 'almacenes rio'],
    ['Ferretería Sol S.L.', 'ferreteria sol'],
    ['Sol y Luna Cía. Ltda.', 'sol y luna'],
    ["O'Hara Dental", 'ohara dental'],
    ['  Two   Words ', 'two words'],
  ])('folds "%s" to "%s"', (name, folded) => {
    expect(foldOrganisation(name)).toBe(folded)
  })

  it.each([
    ['Cedar and Birch', 'Cedar & Birch'],
    ['Cedar CA', 'Cedar'],
    ['Sunrise Spa', 'Sunrise'],
    ['Cedar North', 'Cedar'],
    ['Inca Tours', 'Tours'],
  ])('tells "%s" from "%s"', (one, other) => {
    expect(foldOrganisation(one)).not.toBe(foldOrganisation(other))
  })

  it('keeps a name that is a legal form and nothing else', () => {
    expect(foldOrganisation('Limited')).toBe('limited')
    expect(foldOrganisation('Co. Inc.')).toBe('co')
  })
})
