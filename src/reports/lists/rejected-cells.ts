import { REJECTION_WORDS } from '../../language/delivery-words.ts'
import { sourceWords } from '../../language/report-words.ts'
import type { Rejection } from '../../sources/source.ts'
import { splitPlace } from '../cell-place.ts'
import type { Placed } from '../place.ts'
import { defineList } from '../report-list.ts'

interface RejectedRow extends Rejection, Placed {
  readonly source: string
}

/** Every cell and row that was refused: where it stands, what stood there, why, what to do. */
export const rejectedCells = defineList<RejectedRow>({
  name: 'Rejected_Cells',
  rows: ({ deliveries }) =>
    deliveries.flatMap(({ source, rejections }) =>
      rejections.map((rejection) => ({
        ...rejection,
        source,
        municipality: null,
        building: null,
      })),
    ),
  columns: {
    source: ({ source }, { say }) => say(sourceWords(source)),
    sheet: ({ place }) => splitPlace(place).sheet,
    cell: ({ place }) => splitPlace(place).within,
    content: ({ raw }) => raw,
    rejection: ({ code }, { say }) => say(REJECTION_WORDS[code]),
  },
})
