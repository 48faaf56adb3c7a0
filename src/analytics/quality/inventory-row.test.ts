import { describe, expect, it } from 'vitest'
import { assess, type Books } from '../../reconcile/assess.ts'
import { DEFAULT_TAG_POLICY } from '../../reconcile/tag-policy.ts'
import { inventoryRow } from './inventory-row.ts'
import { tagReader } from './tag-form.ts'

const TORRE = {
  id: 'R1',
  building: 'Torre',
  description: 'Sala',
  municipality: 'Sur',
  place: 'L!E2',
}
const COMPUTER = {
  ...{ hardwareId: 1, deviceId: 'D1', hostname: 'PC-1', serial: 'S-1', uuid: null },
  ...{ lastContact: null, archived: false, tag: null, inventoryNumber: 'A-1' },
  virtualMachine: null,
}

/** The one computer, by finance and rooms as given. */
function rowBy(given: Partial<Books>, computer: Partial<Books['computers'][number]> = {}) {
  const books = {
    ...{ assets: [asset('R1')], locations: [TORRE], policy: DEFAULT_TAG_POLICY },
    refused: { finance: [], locations: [] },
    ...given,
    computers: [{ ...COMPUTER, ...computer }],
  }
  const [outcome] = assess(books).outcomes
  if (!outcome) throw new Error('nothing was assessed')
  return inventoryRow(outcome, tagReader(books.locations))
}

function asset(locationId: string) {
  return { inventoryNumber: 'A-1', locationId, place: 'A!F9', locationPlace: 'A!I9' }
}

describe('inventoryRow', () => {
  it('stands where finance and the classifier say, whatever its TAG says', () => {
    const anexo = { ...TORRE, id: 'R2', building: 'Anexo' }

    expect(rowBy({ locations: [TORRE, anexo] }, { tag: 'Anexo-Sala' })).toMatchObject({
      ...{ building: 'Torre', municipality: 'Sur', placedBy: 'books', plannedTag: 'Torre-Sala' },
    })
  })

  it('stands where its TAG says when the workbooks are silent', () => {
    expect(rowBy({ assets: [] }, { tag: 'Torre-Sala' })).toMatchObject({
      ...{ building: 'Torre', placedBy: 'tag', locationFault: 'not-in-finance', plannedTag: null },
    })
  })

  it('has a valid location where the classifier knows the code but answers twice', () => {
    const row = rowBy({ locations: [TORRE, { ...TORRE, description: 'Taller' }] })

    expect(row).toMatchObject({ locationFault: null, building: 'Torre', placedBy: 'books' })
  })

  it('has none where finance names two', () => {
    const row = rowBy({ assets: [asset('R1'), asset('R2')] })

    expect(row).toMatchObject({ locationFault: 'location-ambiguous', building: null })
  })

  it('says which code the classifier lacks', () => {
    const row = rowBy({ assets: [asset('R7')] })

    expect(row).toMatchObject({ locationFault: 'location-not-in-classifier', locationId: 'R7' })
  })

  it('cannot tell where a row of finance could not be read', () => {
    const refused = { place: 'A!I10', code: 'error-value', raw: '#REF!', key: 'A-1' } as const
    const row = rowBy({ refused: { finance: [refused], locations: [] } })

    expect(row.locationFault).toBe('refused-in-books')
  })

  it('has a valid location as a virtual machine, by its number or by what OCS knows', () => {
    const virtualMachine = { field: 'bios.SMODEL', value: 'VMware' }

    expect(rowBy({}, { inventoryNumber: ' mv ' })).toMatchObject({
      ...{ isVirtualMachine: true, locationFault: null },
    })
    expect(rowBy({ assets: [] }, { virtualMachine })).toMatchObject({
      ...{ isVirtualMachine: true, locationFault: null },
    })
  })
})
