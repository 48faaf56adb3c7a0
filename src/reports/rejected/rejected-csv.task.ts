import type { EventFault } from '../../events/accept/event.ts'
import {
  joinedHeadings,
  type RejectedRow,
  rejectedHead,
  rejectedLine,
} from '../../events/accept/rejected-file.ts'
import { eventFaultWords } from '../../language/event-words.ts'
import { type Language, say } from '../../language/language.ts'

/** The refused rows of a file, again each time. */
export type RejectedRows = () => AsyncIterable<RejectedRow>

/**
 * Refused rows as CSV with the reason beside each, line by line: to be corrected and sent again as it is. They are read
 * twice, for the headings that a later row brings stand in the first line too. `seen` is told each row.
 */
export async function* rejectedCsv(
  rows: RejectedRows,
  language: Language,
  seen: (row: RejectedRow) => void = () => {},
): AsyncGenerator<string> {
  let headings: readonly string[] = []
  for await (const { columns } of rows()) headings = joinedHeadings(headings, columns)
  const words = ({ reason }: EventFault) => say(eventFaultWords(reason), language)
  yield rejectedHead(headings)
  for await (const row of rows()) {
    yield rejectedLine(row, headings, words)
    seen(row)
  }
}
