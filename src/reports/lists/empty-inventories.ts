import { KeptComputer, seenBy } from '../finding-evidence.ts'
import { COMPUTER_COLUMNS, CONTACT_COLUMNS, PLACE_COLUMNS } from '../list-columns.ts'
import { defineList } from '../report-list.ts'

const seen = seenBy('empty-number', KeptComputer)

/** Computers without an inventory number, or with a word that means none. */
export const emptyInventories = defineList({
  name: 'Empty_Inventories',
  rows: seen,
  columns: { ...PLACE_COLUMNS, ...COMPUTER_COLUMNS, ...CONTACT_COLUMNS },
})
