import { z } from 'zod'
import { RegisterSettings } from '../register-settings.ts'
import type { RejectionCode } from '../source.ts'
import { cellFault, plainText, TableCell } from '../table-cell.ts'
import type { WantedColumn } from '../table-header.ts'
import type { Asset } from './asset.ts'

/** Headings of finance's AR01-1 report and what other offices call the same columns. */
export const FINANCE_COLUMNS: readonly WantedColumn[] = [
  {
    name: 'inventoryNumber',
    headings: [
      'No_Inventario',
      'No. de Inventario',
      'Nro Inventario',
      'Nº Inventario',
      'Num Inventario',
      'Número de Inventario',
      'Numero Inventario',
      'Inventario',
      'Inventory Number',
      'Inventory No',
    ],
    required: true,
  },
  {
    name: 'locationId',
    headings: ['Local', 'ID_Local', 'Id Local', 'Código Local', 'Location', 'Location ID'],
    required: true,
  },
]

/** Where finance's register lies. */
export const FinanceRegisterSettings = RegisterSettings.extend({
  file: RegisterSettings.shape.file.default('*AR01*'),
  /** Words that stand for a virtual machine; a row that bears one is no asset. */
  virtualMachineWords: z.array(z.string()).default(['MV']),
})
export type FinanceRegisterSettings = z.output<typeof FinanceRegisterSettings>

/** A row of the register to an asset; refuses a number that cannot be taken as it stands. */
export const FinanceRow = z
  .object({
    inventoryNumber: TableCell,
    locationId: TableCell,
    virtualMachineWords: z.array(z.string()),
  })
  .transform((row, context): Asset => {
    const refuse = (code: RejectionCode, path: string) => {
      context.issues.push({ code: 'custom', message: code, path: [path], input: row })
      return z.NEVER
    }
    const numberFault = cellFault(row.inventoryNumber.cell)
    if (numberFault !== null) return refuse(numberFault, 'inventoryNumber')
    const locationFault = cellFault(row.locationId.cell)
    if (locationFault !== null) return refuse(locationFault, 'locationId')

    const inventoryNumber = plainText(row.inventoryNumber.cell)
    if (inventoryNumber === '') return refuse('number-missing', 'inventoryNumber')
    if (row.virtualMachineWords.some((word) => sameWord(word, inventoryNumber))) {
      return refuse('number-is-virtual-machine-word', 'inventoryNumber')
    }
    return {
      inventoryNumber,
      locationId: plainText(row.locationId.cell) || null,
      place: row.inventoryNumber.place,
      locationPlace: row.locationId.place,
    }
  })

function sameWord(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.toLowerCase()
}
