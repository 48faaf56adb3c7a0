import type { Connection } from '../source.ts'
import { connectTable } from '../workbook.ts'
import { FINANCE_COLUMNS, type FinanceRegisterSettings } from './schema.ts'

/** Opens finance's workbook. */
export function connectFinanceRegister(settings: FinanceRegisterSettings): Promise<Connection> {
  const { virtualMachineWords } = settings
  return connectTable({ settings, columns: FINANCE_COLUMNS, extras: { virtualMachineWords } })
}
