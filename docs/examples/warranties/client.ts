import type { Connection } from '../../../src/sources/source.ts'
import { connectTable } from '../../../src/sources/workbook.ts'
import { WARRANTY_COLUMNS, type WarrantiesSettings } from './schema.ts'

/** Opens the register. */
export function connectWarranties(settings: WarrantiesSettings): Promise<Connection> {
  return connectTable({ settings, columns: WARRANTY_COLUMNS })
}
