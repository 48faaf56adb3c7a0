import { describe, expect, it } from 'vitest'
import type { Row } from '../../workbook/cell.ts'
import { pinnedLayout } from './asked-layout.ts'

const rowOf = (number: number, ...texts: string[]): Row => ({
  number,
  cells: texts.map((text) => ({ kind: 'text', text })),
})
const SHEETS = [
  { name: 'Portada', rows: [rowOf(1, 'Informe')] },
  { name: 'Datos', rows: [rowOf(3, 'Título'), rowOf(9, 'Área', 'Número de bien', 'Sitio físico')] },
]

describe('pinnedLayout', () => {
  it('takes letters as they are, in capitals', () => {
    const columns = { inventoryNumber: 'f', locationId: 'AA' }
    expect(pinnedLayout({ columns, headerRow: 9 }, SHEETS)).toEqual({
      kind: 'pinned',
      pinned: { headerRow: 9, columns: { inventoryNumber: 'F', locationId: 'AA' } },
    })
  })

  it('takes headings to their letters, their row and their sheet, whatever their accents and case', () => {
    const columns = { inventoryNumber: 'NUMERO DE BIEN', locationId: 'sitio fisico' }
    expect(pinnedLayout({ columns }, SHEETS)).toEqual({
      kind: 'pinned',
      pinned: {
        ...{ sheet: 'Datos', headerRow: 9 },
        columns: { inventoryNumber: 'B', locationId: 'C' },
      },
    })
  })

  it('tells headings that stand in no one row', () => {
    const columns = { inventoryNumber: 'Título', locationId: 'Sitio físico' }
    expect(pinnedLayout({ columns }, SHEETS)).toEqual({
      ...{ kind: 'no-such-heading', headings: ['Título', 'Sitio físico'] },
    })
  })

  it('pins nothing where nothing is pointed at', () => {
    expect(pinnedLayout({}, SHEETS)).toEqual({ kind: 'pinned', pinned: {} })
  })
})
