import { defineSource } from '../source.ts'
import { connectOcs } from './client.ts'
import { OcsComputerRow } from './computer-row.ts'
import { OcsSettings } from './schema.ts'

/** The database of OCS Inventory: its computers, their TAGs and inventory numbers. */
export const ocs = defineSource({
  id: 'ocs',
  title: 'OCS Inventory',
  settings: OcsSettings,
  record: OcsComputerRow,
  connect: connectOcs,
})
