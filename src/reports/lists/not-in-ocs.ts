import { KeptBooking, seenBy } from '../finding-evidence.ts'
import { PLACE_COLUMNS } from '../list-columns.ts'
import { defineList } from '../report-list.ts'

const seen = seenBy('finance-not-in-ocs', KeptBooking)

/** What finance lists and no computer in OCS bears. */
export const notInOcs = defineList({
  name: 'AR01_Not_In_DB',
  rows: seen,
  columns: {
    ...PLACE_COLUMNS,
    inventoryNumber: ({ inventoryNumber }) => inventoryNumber,
    location: ({ rows }) => distinct(rows.map(({ locationId }) => locationId ?? '')),
    financeCell: ({ rows }) => distinct(rows.map(({ place }) => place)),
  },
})

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('; ')
}
