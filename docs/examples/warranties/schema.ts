import { z } from 'zod'
import { isDay } from '../../../src/lib/day.ts'
import { pinnedColumns, RegisterSettings } from '../../../src/sources/register-settings.ts'
import {
  cellFault,
  DEFAULT_EMPTY_WORDS,
  plainText,
  refuse,
  SettingWords,
  TableCell,
} from '../../../src/sources/table-cell.ts'
import type { WantedColumn } from '../../../src/sources/table-header.ts'
import type { Warranty } from './warranty.ts'

/** The headings by which the columns are found, whatever their order. */
export const WARRANTY_COLUMNS: readonly WantedColumn[] = [
  { name: 'serial', headings: ['Serial number', 'Serial'], required: true, isIdentifier: true },
  { name: 'endsOn', headings: ['Warranty until', 'Ends'], required: true, isIdentifier: false },
]

/** Where the register lies. */
export const WarrantiesSettings = RegisterSettings.extend({
  file: RegisterSettings.shape.file.default('*warrant*'),
  columns: pinnedColumns(WARRANTY_COLUMNS),
})
export type WarrantiesSettings = z.output<typeof WarrantiesSettings>

const WarrantyCells = z.object({
  serial: TableCell,
  endsOn: TableCell,
  emptyWords: SettingWords.default(DEFAULT_EMPTY_WORDS),
})

/** A row of the register to a warranty; refuses one without a serial number or without a day. */
export const WarrantyRow = WarrantyCells.transform((row, context): Warranty => {
  const { serial, endsOn, emptyWords } = row
  for (const name of ['serial', 'endsOn'] as const) {
    const fault = cellFault(row[name].cell, emptyWords)
    if (fault !== null) return refuse(context, name, fault)
  }
  const id = plainText(serial.cell, emptyWords)
  if (id === null) return refuse(context, 'serial', 'id-missing')
  const day = plainText(endsOn.cell, emptyWords)
  if (day === null || !isDay(day)) return refuse(context, 'endsOn', 'row-unreadable')
  return { serial: id, endsOn: day, place: serial.place }
})
