import { z } from 'zod'
import { PHRASE_WORDS } from '../../language/report-words.ts'
import { KeptAsset, KeptComputer, KeptLocation, seenBy } from '../finding-evidence.ts'
import { COMPUTER_COLUMNS, PLACE_COLUMNS } from '../list-columns.ts'
import { defineList } from '../report-list.ts'
import type { Voice } from '../voice.ts'

const Ambiguous = z.discriminatedUnion('book', [
  KeptComputer.extend({ book: z.literal('finance'), assets: z.array(KeptAsset) }),
  KeptComputer.extend({
    book: z.literal('locations'),
    asset: KeptAsset,
    locations: z.array(KeptLocation),
  }),
])
type Ambiguous = z.output<typeof Ambiguous>

const seen = seenBy('ambiguous-location', Ambiguous)

/** Computers for which one book gives several locations, with every answer and its cell. */
export const ambiguous = defineList({
  name: 'Ambiguous',
  rows: seen,
  columns: {
    ...PLACE_COLUMNS,
    ...COMPUTER_COLUMNS,
    book: ({ book }, { say }) => say(PHRASE_WORDS[book]),
    answers: (row, voice) => answers(row, voice).join('; '),
    financeCell: (row) => (row.book === 'locations' ? row.asset.locationPlace : null),
  },
})

function answers(row: Ambiguous, { say }: Voice): string[] {
  const blank = say(PHRASE_WORDS.blank)
  if (row.book === 'finance') {
    return row.assets.map(
      ({ locationId, locationPlace }) => `${locationId ?? blank} [${locationPlace}]`,
    )
  }
  return row.locations.map(
    ({ id, building, description, place }) =>
      `${id} = ${building ?? blank} / ${description ?? blank} [${place}]`,
  )
}
