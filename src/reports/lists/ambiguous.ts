import { z } from 'zod'
import { MARK_WORDS } from '../../language/mark-words.ts'
import { PHRASE_WORDS } from '../../language/report-words.ts'
import { KeptAsset, KeptComputer, KeptLocation, seenBy } from '../finding-evidence.ts'
import { COMPUTER_COLUMNS, PLACE_COLUMNS } from '../list-columns.ts'
import type { Placed } from '../place.ts'
import { defineList } from '../report-list.ts'
import type { Voice } from '../voice.ts'

/** Rows of the book that were refused; an ambiguity has none. */
const refused = z.array(z.object({ place: z.string(), raw: z.string() })).default([])

const Unclear = z.discriminatedUnion('book', [
  KeptComputer.extend({ book: z.literal('finance'), assets: z.array(KeptAsset), refused }),
  KeptComputer.extend({
    book: z.literal('locations'),
    asset: KeptAsset,
    locations: z.array(KeptLocation),
    refused,
  }),
])
type Unclear = z.output<typeof Unclear>

const seenAmbiguous = seenBy('ambiguous-location', Unclear)
const seenRefused = seenBy('refused-in-books', Unclear)

/** Computers for which one book gives no one location: every answer with its cell, and every refused row. */
export const ambiguous = defineList<Unclear & Placed>({
  name: 'Ambiguous',
  rows: (data) => [...seenAmbiguous(data), ...seenRefused(data)],
  columns: {
    ...PLACE_COLUMNS,
    ...COMPUTER_COLUMNS,
    book: ({ book }, { say }) => say(PHRASE_WORDS[book]),
    answers: (row, voice) => [...answers(row, voice), ...refusals(row, voice)].join('; '),
    financeCell: (row) => (row.book === 'locations' ? row.asset.locationPlace : null),
  },
})

function answers(row: Unclear, { say }: Voice): string[] {
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

function refusals({ refused }: Unclear, { say }: Voice): string[] {
  return refused.map(({ place, raw }) => `${say(MARK_WORDS.refused)}: ${raw} [${place}]`)
}
