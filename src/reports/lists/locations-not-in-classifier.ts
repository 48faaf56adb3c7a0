import { z } from 'zod'
import { KeptAsset, KeptComputer, KeptNearKey, seenBy } from '../finding-evidence.ts'
import { COMPUTER_COLUMNS, PLACE_COLUMNS, SUGGESTION_COLUMNS } from '../list-columns.ts'
import { defineList } from '../report-list.ts'

const Unlocated = KeptComputer.extend({
  asset: KeptAsset,
  locationId: z.string(),
  near: z.array(KeptNearKey),
})

const seen = seenBy('location-not-in-classifier', Unlocated)

/** Computers that finance puts in a location the classifier does not know. */
export const locationsNotInClassifier = defineList({
  name: 'Locations_Not_In_Classifier',
  rows: seen,
  columns: {
    ...PLACE_COLUMNS,
    location: ({ locationId }) => locationId,
    ...SUGGESTION_COLUMNS,
    financeCell: ({ asset }) => asset.locationPlace,
    ...COMPUTER_COLUMNS,
  },
})
