import { z } from 'zod'
import { KeptComputer, KeptNearKey, seenBy } from '../finding-evidence.ts'
import {
  COMPUTER_COLUMNS,
  CONTACT_COLUMNS,
  PLACE_COLUMNS,
  SUGGESTION_COLUMNS,
} from '../list-columns.ts'
import { defineList } from '../report-list.ts'

const Unbooked = KeptComputer.extend({ near: z.array(KeptNearKey) })

const seen = seenBy('not-in-finance', Unbooked)

/** Computers whose number finance does not list, with the number that was perhaps meant. */
export const notInFinance = defineList({
  name: 'DB_Not_In_AR01',
  rows: seen,
  columns: { ...PLACE_COLUMNS, ...COMPUTER_COLUMNS, ...SUGGESTION_COLUMNS, ...CONTACT_COLUMNS },
})
