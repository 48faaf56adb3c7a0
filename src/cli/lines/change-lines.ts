import type { ListedChange } from '../../reconcile/change-queries.ts'
import { tableLines } from './table.ts'

/** Changes as planned: the row, the computer, old and new TAG, and the cells that decided. */
export function changeLines(changes: readonly ListedChange[]): string[] {
  return tableLines(
    changes.map(({ recordId, hostname, from, to, financeCell, classifierCell }) => [
      String(recordId),
      hostname ?? '-',
      `${quoted(from)} -> ${quoted(to)}`,
      [financeCell, classifierCell].filter((cell) => cell !== null).join(', '),
    ]),
    ['right'],
  )
}

/** A TAG as it stands, blanks and all; `-` for none. */
export function quoted(tag: string | null): string {
  if (tag === null) return '-'
  return tag === '' || tag.trim() !== tag ? JSON.stringify(tag) : tag
}
