import type { RejectedRow } from '../../events/accept/rejected-file.ts'
import { eventFaultWords } from '../../language/event-words.ts'
import { type Language, say } from '../../language/language.ts'
import { MARK_WORDS, markExplanation, markTitle } from '../../language/mark-words.ts'
import type { Mark } from '../../workbook/mark/mark-note.ts'
import type { CellContent, SheetContent } from '../../workbook/sheet-content.ts'
import { splitPlace } from '../cell-place.ts'
import { SENTENCE_WIDTH } from '../report-sheets.ts'

/** A cell of a workbook of events that was refused, with what stands there. */
export interface RejectedCell extends Mark {
  readonly value: string
}

/** The refused cells of a row; none where it is not of a workbook. A fault of the whole row is at its first cell. */
export function rejectedCells({ faults }: RejectedRow, language: Language): RejectedCell[] {
  return faults.flatMap(({ cell, value, reason }) => {
    const { sheet, within } = splitPlace(cell ?? '')
    const comment = say(eventFaultWords(reason), language)
    return sheet === null ? [] : [{ sheet, cell: within, value, comment }]
  })
}

/** The sheet in front of a marked workbook of events: every refused cell, why, and what to do. */
export function rejectedSummary(
  file: string,
  cells: readonly RejectedCell[],
  language: Language,
): SheetContent {
  const words = (phrase: Parameters<typeof say>[0]) => say(phrase, language)
  const marked = new Set(cells.map(({ sheet, cell }) => `${sheet}!${cell}`)).size
  return {
    name: 'Muster',
    preamble: [words(markTitle(file)), words(markExplanation(marked))],
    columns: [
      { title: words(MARK_WORDS.sheet) },
      { title: words(MARK_WORDS.cell) },
      { title: words(MARK_WORDS.content) },
      { title: words(MARK_WORDS.why), width: SENTENCE_WIDTH },
    ],
    rows: cells.map(({ sheet, cell, value, comment }): CellContent[] => [
      ...[sheet, cell, value, comment],
    ]),
  }
}
