import { z } from 'zod'
import { KeptAsset, KeptComputer, KeptLocation, seenBy } from '../finding-evidence.ts'
import { CELL_COLUMNS, COMPUTER_COLUMNS, CONTACT_COLUMNS, PLACE_COLUMNS } from '../list-columns.ts'
import { defineList } from '../report-list.ts'

const NotTagged = KeptComputer.extend({ to: z.string(), asset: KeptAsset, location: KeptLocation })

const seen = seenBy('duplicate-not-tagged', NotTagged)

/** Computers that keep their TAG only because another computer bears the same number. */
export const duplicateNotTagged = defineList({
  name: 'Duplicate_Not_Tagged',
  rows: seen,
  columns: {
    ...PLACE_COLUMNS,
    ...COMPUTER_COLUMNS,
    ...CONTACT_COLUMNS,
    expectedTag: ({ to }) => to,
    ...CELL_COLUMNS,
  },
})
