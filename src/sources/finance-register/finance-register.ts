import { defineSource } from '../source.ts'
import { connectFinanceRegister } from './client.ts'
import { FinanceRegisterSettings, FinanceRow, inventoryNumberOf } from './schema.ts'

/** Finance's register of tangible fixed assets: which number stands in which location. */
export const financeRegister = defineSource({
  id: 'finance-register',
  title: 'Finance register (AR01-1)',
  settings: FinanceRegisterSettings,
  record: FinanceRow,
  keyOf: inventoryNumberOf,
  connect: connectFinanceRegister,
})
