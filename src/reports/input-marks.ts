import type { KeptDelivery } from '../collect/store.ts'
import { REJECTION_WORDS } from '../language/delivery-words.ts'
import { firstOfSeveral, MARK_WORDS, markExplanation, markTitle } from '../language/mark-words.ts'
import type { SourceNote } from '../sources/source.ts'
import type { Mark } from '../workbook/mark/mark-note.ts'
import type { CellContent, SheetContent } from '../workbook/sheet-content.ts'
import { splitPlace } from './cell-place.ts'
import { noteWords } from './note-words.ts'
import { SENTENCE_WIDTH } from './report-sheets.ts'
import type { Voice } from './voice.ts'

/** What of a delivery is needed to mark the workbook it came from. */
export type MarkableDelivery = Pick<
  KeptDelivery,
  'source' | 'origin' | 'inputHash' | 'rejections' | 'notes'
>

type Speaker = Pick<Voice, 'say'>

const CELL = /^[A-Z]{1,3}[1-9]\d*$/u
const ROW = /^[1-9]\d*$/u

/** The cells of a workbook to be marked: those refused, and those something was noted of. */
export function inputMarks(delivery: MarkableDelivery, speaker: Speaker): Mark[] {
  const { say } = speaker
  return [
    ...delivery.rejections.flatMap(({ place, code }) =>
      markAt(place, say(REJECTION_WORDS[code]), 'row-too'),
    ),
    ...delivery.notes.flatMap((note) => markAt(note.place, cellNote(note, speaker), 'cell-only')),
  ]
}

/** The sheet in front of a marked copy: every refused cell and every note, also of no one cell. */
export function markSummary(
  delivery: MarkableDelivery,
  { title, cells }: { title: string; cells: number },
  speaker: Speaker,
): SheetContent {
  const { say } = speaker
  const { rejections, notes } = delivery
  return {
    name: 'Muster',
    preamble: [say(markTitle(title)), say(markExplanation(cells))],
    columns: [
      { title: say(MARK_WORDS.kind) },
      { title: say(MARK_WORDS.sheet) },
      { title: say(MARK_WORDS.cell) },
      { title: say(MARK_WORDS.content) },
      { title: say(MARK_WORDS.why), width: SENTENCE_WIDTH },
    ],
    rows: [
      ...rejections.map(({ place, code, raw }): CellContent[] => {
        const { sheet, within } = splitPlace(place)
        const kind: CellContent = { text: say(MARK_WORDS.refused), look: 'bad' }
        return [kind, sheet, within, raw, say(REJECTION_WORDS[code])]
      }),
      ...notes.map((note): CellContent[] => {
        const { sheet, within } = splitPlace(note.place)
        return [say(MARK_WORDS.noted), sheet, within, null, noteWords(note, speaker)]
      }),
    ],
  }
}

/** A refused row is marked at its first cell; a place that is no cell is not marked at all. */
function markAt(place: string, comment: string, reach: 'row-too' | 'cell-only'): Mark[] {
  const { sheet, within } = splitPlace(place)
  if (sheet === null) return []
  if (CELL.test(within)) return [{ sheet, cell: within, comment }]
  return reach === 'row-too' && ROW.test(within) ? [{ sheet, cell: `A${within}`, comment }] : []
}

/** A note stands for all cells like the one it is kept with. */
function cellNote(note: SourceNote, speaker: Speaker): string {
  const words = noteWords(note, speaker)
  return Number(note.detail) > 1 ? speaker.say(firstOfSeveral(words)) : words
}
