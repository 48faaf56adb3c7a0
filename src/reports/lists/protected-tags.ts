import { z } from 'zod'
import { KeptAsset, KeptComputer, KeptLocation, seenBy } from '../finding-evidence.ts'
import { CELL_COLUMNS, COMPUTER_COLUMNS, PLACE_COLUMNS } from '../list-columns.ts'
import { defineList } from '../report-list.ts'

const Protected = KeptComputer.extend({
  pattern: z.string(),
  to: z.string(),
  asset: KeptAsset,
  location: KeptLocation,
})

const seen = seenBy('protected', Protected)

/** Computers whose TAG a person set on purpose, with the TAG that the books would give them. */
export const protectedTags = defineList({
  name: 'Protected_Tags',
  rows: seen,
  columns: {
    ...PLACE_COLUMNS,
    ...COMPUTER_COLUMNS,
    pattern: ({ pattern }) => pattern,
    expectedTag: ({ to }) => to,
    ...CELL_COLUMNS,
  },
})
