import { open } from 'node:fs/promises'
import type { EventFault } from '../events/accept/event.ts'
import { joinedHeadings, rejectedHead, rejectedLine } from '../events/accept/rejected-file.ts'
import type { IngestOrder } from '../events/ingest/ingest-file.task.ts'
import { rejectedRows } from '../events/ingest/rejected-rows.task.ts'
import { eventFaultWords } from '../language/event-words.ts'
import { type Language, say } from '../language/language.ts'

/** Writes the rows of files that are refused to a file that can be corrected and sent again; gives how many. */
export async function writeRejected(
  file: string,
  orders: readonly IngestOrder[],
  language: Language,
): Promise<number> {
  let headings: readonly string[] = []
  for await (const { columns } of rowsOf(orders)) headings = joinedHeadings(headings, columns)
  const words = ({ reason }: EventFault) => say(eventFaultWords(reason), language)
  const out = await open(file, 'w')
  let count = 0
  try {
    await out.write(rejectedHead(headings))
    for await (const row of rowsOf(orders)) {
      await out.write(rejectedLine(row, headings, words))
      count += 1
    }
  } finally {
    await out.close()
  }
  return count
}

async function* rowsOf(orders: readonly IngestOrder[]) {
  for (const order of orders) yield* rejectedRows(order)
}
