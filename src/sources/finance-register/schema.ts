import { z } from 'zod'
import { isOneOf } from '../../lib/word-list.ts'
import { pinnedColumns, RegisterSettings } from '../register-settings.ts'
import {
  cellFault,
  DEFAULT_EMPTY_WORDS,
  plainText,
  refuse,
  SettingWords,
  TableCell,
} from '../table-cell.ts'
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
      'Nro. de Inventario',
      'Nº Inventario',
      'Nº de Inventario',
      'N° Inventario',
      'N° de Inventario',
      'Num Inventario',
      'Número Inventario',
      'Número de Inventario',
      'Inventario',
      'Inventory Number',
      'Inventory No',
    ],
    required: true,
    isIdentifier: true,
  },
  {
    name: 'locationId',
    headings: ['Local', 'ID_Local', 'Código Local', 'Código de Local', 'Location', 'Location ID'],
    required: true,
    isIdentifier: true,
  },
]

/** Where finance's register lies. */
export const FinanceRegisterSettings = RegisterSettings.extend({
  file: RegisterSettings.shape.file.default('*AR01*'),
  columns: pinnedColumns(FINANCE_COLUMNS),
  /** Words that stand for a virtual machine; a row that bears one is no asset. */
  virtualMachineWords: z.array(z.string()).default(['MV']),
})
export type FinanceRegisterSettings = z.output<typeof FinanceRegisterSettings>

const FinanceCells = z.object({
  inventoryNumber: TableCell,
  locationId: TableCell,
  virtualMachineWords: SettingWords,
  emptyWords: SettingWords.default(DEFAULT_EMPTY_WORDS),
})
type FinanceCells = z.output<typeof FinanceCells>

/** A row of the register to an asset; refuses a number that cannot be taken as it stands. */
export const FinanceRow = FinanceCells.transform((row, context): Asset => {
  for (const name of ['inventoryNumber', 'locationId'] as const) {
    const fault = cellFault(row[name].cell, row.emptyWords)
    if (fault !== null) return refuse(context, name, fault)
  }
  const inventoryNumber = plainText(row.inventoryNumber.cell, row.emptyWords)
  if (inventoryNumber === null) return refuse(context, 'inventoryNumber', 'number-missing')
  if (isVirtualMachineWord(row, inventoryNumber)) {
    return refuse(context, 'inventoryNumber', 'number-is-virtual-machine-word')
  }
  return {
    inventoryNumber,
    locationId: plainText(row.locationId.cell, row.emptyWords),
    place: row.inventoryNumber.place,
    locationPlace: row.locationId.place,
  }
})

/** The inventory number of a row, whatever its location says; null when the number is at fault. */
export function inventoryNumberOf(row: unknown): string | null {
  const { data } = FinanceCells.safeParse(row)
  if (!data || cellFault(data.inventoryNumber.cell, data.emptyWords) !== null) return null
  const number = plainText(data.inventoryNumber.cell, data.emptyWords)
  return number === null || isVirtualMachineWord(data, number) ? null : number
}

function isVirtualMachineWord({ virtualMachineWords }: FinanceCells, number: string): boolean {
  return isOneOf(virtualMachineWords, number)
}
